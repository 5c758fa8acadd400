/**
 * Derives `data/words/list-words.tsv` from official lists: which words stand in the names of how many parties.
 *
 *   npx tsx scripts/derive-list-words.ts --lists ../shared/lists/current
 *
 * The file is a fact about the lists of those dates, committed and versioned; no screening reads the loaded lists'
 * own frequencies. A word counts once a party, however many of its names hold it.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chooseLists } from '../src/lists/folder.ts';
import { readerOf } from '../src/lists/readers.ts';
import { schemaGroup } from '../src/model/schema.ts';
import { joinArabic } from '../src/names/arabic.ts';
import { clean } from '../src/text/clean.ts';
import { tokenise } from '../src/text/tokens.ts';

/** Parties of a kind below which a word tells more about those parties than about names. */
const MIN_PARTIES = 8;
/** Counts are given per this many parties of the kind, rounded up. */
const PER = 100_000;

const OUTPUT = new URL('../data/words/list-words.tsv', import.meta.url);

/** The words of a name as comparison keys hold them: folded, servant names joined in people, without numbers and initials. */
function wordsOf(name: string, person: boolean): string[] {
  const tokens = tokenise(clean(name).text).filter((token) => !token.abjad);
  const texts = tokens.map((token) => token.text);
  const words = person ? joinArabic(texts).map((part) => part.word) : texts;
  return words.filter((word) => word.length > 1 && !/\d/.test(word));
}

const { values } = parseArgs({ options: { lists: { type: 'string', default: '../shared/lists/current' } } });
const persons = new Map<string, number>();
const companies = new Map<string, number>();
let personParties = 0;
let companyParties = 0;
const versions: string[] = [];

for (const list of (await chooseLists(values.lists)).chosen) {
  const content = await (await readerOf(list.format)).read(list.files, list.slug);
  versions.push(`${list.slug} ${content.date ?? list.date ?? 'undated'}`);
  for (const entity of content.entities) {
    const group = schemaGroup(entity.schema);
    if (group !== 'person' && group !== 'organization') continue;
    const counts = group === 'person' ? persons : companies;
    if (group === 'person') personParties++;
    else companyParties++;
    const words = new Set(entity.names.flatMap((name) => wordsOf(name.value, group === 'person')));
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}

const share = (count: number | undefined, parties: number): number =>
  count !== undefined && count >= MIN_PARTIES ? Math.ceil((count * PER) / parties) : 0;

const rows: string[] = [];
// Code-point order, so that the same lists give the same file anywhere.
for (const word of [...new Set([...persons.keys(), ...companies.keys()])].sort()) {
  const asPerson = share(persons.get(word), personParties);
  const asCompany = share(companies.get(word), companyParties);
  if (asPerson > 0 || asCompany > 0) rows.push(`${word}\t${asPerson}\t${asCompany}`);
}

writeFileSync(
  OUTPUT,
  `${[
    `# Words in the names of ${MIN_PARTIES} or more listed parties of a kind: parties per ${PER.toLocaleString('en')} that bear the word.`,
    `# Counted by scripts/derive-list-words.ts over ${personParties} persons and ${companyParties} companies and other bodies of:`,
    `# ${versions.join(', ')}.`,
    '# Source: the named public lists (public record; counts only). Licence of this file: Apache-2.0. Reader: src/names/words.ts.',
    'word\tpersons\tcompanies',
    ...rows,
  ].join('\n')}\n`,
);
console.log(`${rows.length} words of ${personParties} persons and ${companyParties} bodies`);
