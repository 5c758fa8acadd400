import { readTable } from '../facts/table.ts';

interface Phrase {
  readonly words: readonly string[];
  readonly canonical: string;
}

let phrases: Map<string, Phrase[]> | undefined;

function load(): Map<string, Phrase[]> {
  const map = new Map<string, Phrase[]>();
  for (const row of readTable('names/legal-forms.tsv')) {
    const words = row['form']!.split(' ').filter(Boolean);
    const list = map.get(words[0]!);
    const phrase = { words, canonical: row['canonical']!.replaceAll(' ', '') };
    if (list) list.push(phrase);
    else map.set(words[0]!, [phrase]);
  }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
}

/** A legal form of one or two letters (as, ad, sa, co) is one only at an end of the name or beside another. */
const SHORT = 2;

/**
 * The longest legal form that starts at a word, as its canonical form (ltd for "limited"; llc for "limited liability
 * company", "ooo", "tov") with the number of words it took; null when none does.
 */
export function legalFormAt(
  words: readonly string[],
  at: number,
  afterLegal: boolean,
): { canonical: string; count: number } | null {
  phrases ??= load();
  for (const phrase of phrases.get(words[at]!) ?? []) {
    const count = phrase.words.length;
    if (at + count > words.length) continue;
    let equal = true;
    for (let i = 1; i < count && equal; i++) equal = words[at + i] === phrase.words[i];
    if (!equal) continue;
    if (count === 1 && words[at]!.length <= SHORT && at !== 0 && at !== words.length - 1 && !afterLegal) {
      const next = words[at + 1];
      if (next === undefined || !phrases.has(next)) continue;
    }
    return { canonical: phrase.canonical, count };
  }
  return null;
}

/** Forms that no word can begin or end with, since nobody could say it: only these are taken off a glued word. */
const UNPRONOUNCEABLE = /^[bcdfghjklmnpqrstvwxz]{3,}$/;
/** Least letters of what is left. */
const MIN_GLUED = 4;

/**
 * A legal form written together with the word beside it ("JSCARGUMENT", "ARGUMENTLLC"), taken apart; null when the
 * word holds none. Only forms of three or more consonants count, so that no ordinary word is cut.
 */
export function gluedLegalForm(word: string): { canonical: string; rest: string; first: boolean } | null {
  phrases ??= load();
  for (let length = Math.min(5, word.length - MIN_GLUED); length >= 3; length--) {
    for (const first of [true, false]) {
      const form = first ? word.slice(0, length) : word.slice(-length);
      if (!UNPRONOUNCEABLE.test(form)) continue;
      const phrase = phrases.get(form)?.find((one) => one.words.length === 1);
      if (phrase)
        return {
          canonical: phrase.canonical,
          rest: first ? word.slice(length) : word.slice(0, -length),
          first,
        };
    }
  }
  return null;
}
