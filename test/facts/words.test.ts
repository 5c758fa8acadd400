import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Row, readData, readTable } from '../../src/facts/table.ts';
import { clean } from '../../src/text/clean.ts';
import { tokenise } from '../../src/text/tokens.ts';

const FOLDED = /^[a-z0-9]+$/;
const words = (cell: string): string[] => cell.split(' ');
const fold = (text: string): string =>
  tokenise(clean(text).text)
    .map((token) => token.text)
    .join(' ');

/** Pairs of a row's words, each pair in code-point order. */
function pairsOf(cell: string): string[] {
  const all = [...words(cell)].sort();
  return all.flatMap((a, i) => all.slice(i + 1).map((b) => `${a} ${b}`));
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

describe('equivalent and different names', () => {
  const equivalents = readTable('names/equivalents.tsv');
  const different = readTable('names/different.tsv');

  it('are at least 450 clusters and 400 sets', () => {
    expect(equivalents.length).toBeGreaterThanOrEqual(450);
    expect(different.length).toBeGreaterThanOrEqual(400);
  });

  it('hold no pair that is both one name and two', () => {
    const same = new Set(equivalents.flatMap((row) => pairsOf(row['words']!)));
    const contradictions = different
      .flatMap((row) => pairsOf(row['words']!))
      .filter((pair) => same.has(pair));
    expect(contradictions).toEqual([]);
  });

  it('are rows of two or more folded words, none twice in a row', () => {
    for (const row of [...equivalents, ...different]) {
      const own = words(row['words']!);
      expect(own.length, row['words']).toBeGreaterThanOrEqual(2);
      expect(own.filter((word) => !FOLDED.test(word))).toEqual([]);
      expect(repeated(own), row['words']).toEqual([]);
    }
  });

  it('number each cluster once and name its kind', () => {
    expect(repeated(equivalents.map((row) => row['cluster']!))).toEqual([]);
    const kinds = new Set(equivalents.map((row) => row['kind']));
    expect([...kinds].sort()).toEqual(['gender', 'language', 'nickname', 'plural', 'surname', 'word']);
  });

  it('repeat no row', () => {
    const key = (row: Row): string => `${row['kind'] ?? ''} ${words(row['words']!).sort().join(' ')}`;
    expect(repeated(equivalents.map(key))).toEqual([]);
    expect(repeated(different.map(key))).toEqual([]);
  });

  it.each([
    ['dmitry', 'dzmitry'],
    ['volodymyr', 'vladimir'],
    ['william', 'bill'],
    ['john', 'jon'],
    ['wong', 'wang'],
    ['ri', 'rhee'],
    ['hasan', 'hassan'],
    ['zavod', 'plant'],
  ])('know that %s and %s are one name', (a, b) => {
    expect(
      equivalents.some((row) => words(row['words']!).includes(a) && words(row['words']!).includes(b)),
    ).toBe(true);
  });

  it.each([
    ['hassan', 'hussein'],
    ['maria', 'marina'],
    ['melli', 'mellat'],
    ['korea', 'koryo'],
    ['johnson', 'johnston'],
    ['import', 'export'],
    ['bashar', 'bashir'],
    ['mahmoud', 'muhammad'],
    ['abdrahman', 'abdrahim'],
  ])('know that %s and %s are two', (a, b) => {
    expect(
      different.some((row) => words(row['words']!).includes(a) && words(row['words']!).includes(b)),
    ).toBe(true);
  });
});

describe('word files', () => {
  it.each([
    ['given-names.tsv', 3500],
    ['surnames.tsv', 3500],
    ['trade-words.tsv', 1200],
    ['places.tsv', 800],
  ])('%s holds at least %d folded words, each once, with a level from 1 to 9', (file, least) => {
    const rows = readTable(`words/${file}`);
    expect(rows.length).toBeGreaterThanOrEqual(least);
    expect(rows.map((row) => row['word']!).filter((word) => !FOLDED.test(word))).toEqual([]);
    expect(repeated(rows.map((row) => row['word']!))).toEqual([]);
    expect(rows.filter((row) => !/^[1-9]$/.test(row['level']!))).toEqual([]);
  });

  it('give each given name a gender, each trade word a kind, each place a country', () => {
    expect(readTable('words/given-names.tsv').filter((row) => !/^[mfu]$/.test(row['gender']!))).toEqual([]);
    const kinds = ['generic', 'number-word', 'ordinary', 'place-adjective', 'sector'];
    expect(readTable('words/trade-words.tsv').filter((row) => !kinds.includes(row['kind']!))).toEqual([]);
    expect(readTable('words/places.tsv').filter((row) => !/^[a-z]{2}$/.test(row['country']!))).toEqual([]);
  });

  it('count list words per hundred thousand parties, each word once', () => {
    const rows = readTable('words/list-words.tsv');
    expect(repeated(rows.map((row) => row['word']!))).toEqual([]);
    for (const row of rows) {
      expect(row['word']).toMatch(FOLDED);
      for (const column of ['persons', 'companies']) {
        expect(Number(row[column]), row['word']).toBeGreaterThanOrEqual(0);
        expect(Number(row[column]), row['word']).toBeLessThanOrEqual(100_000);
      }
    }
  });

  it('weigh muhammad above fritz, and a bank above a quarry', () => {
    const level = (file: string, word: string): number =>
      Number(readTable(`words/${file}`).find((row) => row['word'] === word)?.['level']);
    expect(level('given-names.tsv', 'muhammad')).toBeGreaterThan(level('given-names.tsv', 'fritz'));
    expect(level('trade-words.tsv', 'bank')).toBeGreaterThan(level('trade-words.tsv', 'quarry'));
  });
});

describe('parts of names', () => {
  it('hold at least 350 legal forms, folded as names are, each once', () => {
    const forms = readTable('names/legal-forms.tsv').map((row) => row['form']!);
    expect(forms.length).toBeGreaterThanOrEqual(350);
    expect(forms.filter((form) => form !== fold(form))).toEqual([]);
    expect(repeated(forms)).toEqual([]);
  });

  it('put legal forms of one nature together whatever the country', () => {
    const canonical = new Map(
      readTable('names/legal-forms.tsv').map((row) => [row['form'], row['canonical']]),
    );
    for (const form of ['limited liability company', 'ooo', 'tov', 'gmbh', 'doo', 'srl'])
      expect(canonical.get(form), form).toBe(canonical.get('llc'));
    expect(canonical.get('limited')).toBe(canonical.get('ltd'));
    for (const form of ['oao', 'open joint stock company'])
      expect(canonical.get(form)).toBe(canonical.get('ojsc'));
  });

  it.each(['particles.tsv', 'titles.tsv', 'vessel-prefixes.tsv'])(
    '%s holds folded words, each once',
    (file) => {
      const rows = readTable(`names/${file}`).map((row) => row['word']!);
      expect(rows.filter((word) => !words(word).every((part) => FOLDED.test(part)))).toEqual([]);
      expect(repeated(rows)).toEqual([]);
    },
  );

  it('tell particles by kind', () => {
    const kinds = new Set(readTable('names/particles.tsv').map((row) => row['kind']));
    expect([...kinds].sort()).toEqual(['article', 'conjunction', 'filiation', 'preposition']);
  });

  it('except only words that do end as a patronymic of the row', () => {
    for (const row of readTable('names/patronymics.tsv')) {
      expect(row['suffix']).toMatch(FOLDED);
      for (const word of words(row['except']!).filter(Boolean))
        expect(word.endsWith(row['suffix']!), word).toBe(true);
    }
  });

  it('each carry a header that names source, licence and reader', () => {
    const folders = ['words', 'names'];
    for (const folder of folders)
      for (const file of readdirSync(new URL(`../../data/${folder}/`, import.meta.url))) {
        const head = readData(`${folder}/${file}`)
          .split('\n')
          .filter((line) => line.startsWith('#'))
          .join(' ');
        for (const fact of ['Source:', 'Licence', 'Reader:'])
          expect(head, `${folder}/${file}`).toContain(fact);
      }
  });
});
