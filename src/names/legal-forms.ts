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
