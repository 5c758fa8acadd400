import { eachRow } from '../facts/table.ts';

/**
 * How common a word is, from the word files of `data/words/` alone: never from the loaded lists, so that two names
 * score the same whatever is loaded. Levels run from 0 (rare or unknown) to 9 (muhammad, company).
 */
export interface WordInfo {
  /** Commonness among people's names, 0–9. */
  person: number;
  /** Commonness among names of companies and other bodies, 0–9. */
  company: number;
  /** A trade word: says what a body does, not which body it is. */
  generic: boolean;
  /** A country, city or its adjective. */
  place: boolean;
  /** Stands in the lists of given names or surnames. */
  personal: boolean;
}

/**
 * A word in `perHundredThousand` of 100,000 names has level `LEVELS · ln(share · N) / ln(N)` for N = 16,600 names:
 * the inverse document frequency of the prototype (matching notes §3), in ninths.
 */
function levelOfShare(perHundredThousand: number): number {
  const names = 16_600;
  const level = (MAX_LEVEL * Math.log((perHundredThousand * names) / 100_000)) / Math.log(names);
  return Math.min(MAX_LEVEL, Math.max(0, level));
}

/** The commonest words (level 9) keep weight; see the policy's `word` row. */
export const MAX_LEVEL = 9;

/** A trade word that a list rarely shows is still a trade word. */
const MIN_GENERIC_LEVEL = 1;

let words: Map<string, WordInfo> | undefined;

function load(): Map<string, WordInfo> {
  const map = new Map<string, WordInfo>();
  const at = (word: string): WordInfo => {
    let info = map.get(word);
    if (!info) {
      info = { person: 0, company: 0, generic: false, place: false, personal: false };
      map.set(word, info);
    }
    return info;
  };
  const eachWord = (file: string, visit: (info: WordInfo, cells: readonly string[]) => void): void =>
    eachRow(file, [], (cells) => visit(at(cells[0]!), cells));
  for (const file of ['words/given-names.tsv', 'words/surnames.tsv', 'words/population-names.tsv'])
    eachWord(file, (info, [, level, surname]) => {
      info.personal = true;
      info.person = Math.max(info.person, Number(level), Number(surname) || 0);
    });
  eachWord('words/trade-words.tsv', (info, [, level, kind]) => {
    info.company = Math.max(info.company, MIN_GENERIC_LEVEL, Number(level));
    if (kind !== 'ordinary') info.generic = true;
  });
  eachWord('words/places.tsv', (info, [, level]) => {
    info.place = true;
    info.company = Math.max(info.company, Number(level));
  });
  eachWord('words/list-words.tsv', (info, [, persons, companies]) => {
    info.person = Math.max(info.person, levelOfShare(Number(persons)));
    info.company = Math.max(info.company, levelOfShare(Number(companies)));
  });
  return map;
}

/** What the word files say about a folded word; undefined when no file holds it (rare). */
export function wordInfo(word: string): WordInfo | undefined {
  words ??= load();
  return words.get(word);
}

/** All words of the word files with their facts. */
export function allWords(): ReadonlyMap<string, WordInfo> {
  words ??= load();
  return words;
}
