import { readTable } from '../facts/table.ts';
import { editDistance } from '../text/edit-distance.ts';
import { allWords } from './words.ts';

/**
 * The words of a body's name that weigh little (legal forms, trade words, places), to be recognised with one letter
 * wrong: otherwise "Limtied" would be a rare word that the listed name lacks.
 */
let byDeletion: Map<string, string[]> | undefined;

/** Shorter words are too easily another word with one letter changed. */
const MIN_LENGTH = 5;

function deletions(word: string): string[] {
  const out = [word];
  for (let i = 0; i < word.length; i++) out.push(word.slice(0, i) + word.slice(i + 1));
  return out;
}

function load(): Map<string, string[]> {
  const map = new Map<string, string[]>();
  const words = new Map<string, string>();
  for (const row of readTable('names/legal-forms.tsv'))
    for (const word of row['form']!.split(' ')) if (word.length >= MIN_LENGTH) words.set(word, `l${word}`);
  for (const [word, info] of allWords())
    if ((info.generic || info.place) && word.length >= MIN_LENGTH) words.set(word, `w${word}`);
  for (const [word, key] of words)
    for (const part of deletions(word)) {
      const list = map.get(part);
      if (list) list.push(key);
      else map.set(part, [key]);
    }
  return map;
}

/** The key of the light word that an unknown word is one edit away from, or null. The first in code-point order. */
export function lightWordNear(word: string): string | null {
  if (word.length < MIN_LENGTH - 1) return null;
  byDeletion ??= load();
  let best: string | null = null;
  for (const part of deletions(word))
    for (const key of byDeletion.get(part) ?? []) {
      if (best !== null && key >= best) continue;
      if (editDistance(word, key.slice(1), 1) <= 1) best = key;
    }
  return best;
}
