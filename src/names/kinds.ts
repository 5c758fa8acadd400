import { readTable } from '../facts/table.ts';
import { skeleton } from '../text/skeleton.ts';
import type { NameGroup } from './groups.ts';
import { allWords, wordInfo } from './words.ts';

/** What part a token plays in a name of its group; the policy gives each kind its weight. */
export type TokenKind =
  | 'word'
  | 'syllable'
  | 'patronymic'
  | 'place'
  | 'generic'
  | 'short'
  | 'number'
  | 'initial'
  | 'title'
  | 'particle'
  | 'legal';

export const TOKEN_KINDS: readonly TokenKind[] = [
  'word',
  'syllable',
  'patronymic',
  'place',
  'generic',
  'short',
  'number',
  'initial',
  'title',
  'particle',
  'legal',
];

/**
 * A token's key: one letter for how it is read, then its folded text. The reading is part of the identity, so that
 * the similarity of two tokens is a function of their keys alone:
 * `w` word · `a` abjad spelling (vowels may be missing) · `k` `c` `b` syllable of a Korean, Chinese, either name ·
 * `l` legal form (canonical) · `n` number · `i` initial.
 */
export type TokenKey = string;

interface PartWords {
  readonly particles: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly patronymics: readonly string[];
  readonly notPatronymics: ReadonlySet<string>;
}

let parts: PartWords | undefined;

function partWords(): PartWords {
  parts ??= {
    particles: new Set(readTable('names/particles.tsv').map((row) => row['word']!)),
    titles: new Set(readTable('names/titles.tsv').map((row) => row['word']!)),
    patronymics: readTable('names/patronymics.tsv').map((row) => row['suffix']!),
    notPatronymics: new Set(
      readTable('names/patronymics.tsv').flatMap((row) => row['except']!.split(' ').filter(Boolean)),
    ),
  };
  return parts;
}

/** Shortest stem before a patronymic's ending (Ilyich: il). */
const MIN_STEM = 3;

/** Whether a word is a patronymic by its ending (Sergeevich, Petrovna, oglu). */
export function isPatronymic(word: string): boolean {
  const { patronymics, notPatronymics } = partWords();
  if (notPatronymics.has(word)) return false;
  for (const suffix of patronymics)
    if (word.endsWith(suffix) && word.length >= suffix.length + MIN_STEM) return true;
  return false;
}

export function isParticle(word: string): boolean {
  return partWords().particles.has(word);
}

export function isTitle(word: string): boolean {
  return partWords().titles.has(word);
}

/** Letters up to which a word of a body's name that no file knows is likely an acronym (LC, OSK). */
const SHORT_LETTERS = 3;

/** The kind of a token in a name of this group: a function of its key and the fact files alone. */
export function kindOf(key: TokenKey, group: NameGroup): TokenKind {
  const text = key.slice(1);
  switch (key[0]) {
    case 'l':
      return 'legal';
    case 'n':
      return 'number';
    case 'i':
      return 'initial';
    case 'k':
    case 'c':
    case 'b':
      return 'syllable';
  }
  if (group === 'other') return 'word';
  if (isParticle(text)) return 'particle';
  if (group === 'person') {
    if (isTitle(text)) return 'title';
    return isPatronymic(text) ? 'patronymic' : 'word';
  }
  if (group === 'vessel') return 'word';
  const info = wordInfo(text);
  if (info?.generic) return 'generic';
  if (info?.place) return 'place';
  return text.length <= SHORT_LETTERS && !info?.personal ? 'short' : 'word';
}

let skeletonLevels: Map<string, number> | undefined;

/** An abjad spelling is as common as the commonest known name that it may stand for (mhmd: muhammad). */
function abjadLevel(text: string): number {
  if (!skeletonLevels) {
    skeletonLevels = new Map();
    for (const [word, info] of allWords()) {
      if (info.person === 0) continue;
      const { classes } = skeleton(word);
      if (info.person > (skeletonLevels.get(classes) ?? 0)) skeletonLevels.set(classes, info.person);
    }
  }
  return skeletonLevels.get(skeleton(text).classes) ?? 0;
}

/** How common the token is in names of its group, 0 (rare, unknown) to 9. */
export function levelOf(key: TokenKey, group: NameGroup): number {
  const text = key.slice(1);
  const role = key[0]!;
  if (group === 'other' || role === 'l' || role === 'n' || role === 'i') return 0;
  if (group === 'person') {
    if (role === 'a') return abjadLevel(text);
    return wordInfo(text)?.person ?? (role === 'w' ? 0 : SYLLABLE_LEVEL);
  }
  return wordInfo(text)?.company ?? 0;
}

/** There are some 400 syllables in all: one that no file lists is still shared by many. */
const SYLLABLE_LEVEL = 4;
