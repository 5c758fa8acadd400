import { clean } from '../text/clean.ts';
import { type TextToken, tokenise } from '../text/tokens.ts';
import { joinArabic } from './arabic.ts';
import { eastAsianSyllables } from './east-asian.ts';
import type { NameGroup } from './groups.ts';
import { isParticle, type TokenKey } from './kinds.ts';
import { gluedLegalForm, legalFormAt } from './legal-forms.ts';
import { digitNumber, numberAt } from './numbers.ts';
import { isVesselPrefix } from './vessel-prefixes.ts';
import { wordInfo } from './words.ts';

/** One token of a name: what it is compared by (`key`) and what was written. */
export interface NameToken {
  readonly key: TokenKey;
  readonly raw: string;
}

/** A name taken apart as a name of one group. */
export interface ParsedName {
  readonly text: string;
  readonly group: NameGroup;
  readonly tokens: readonly NameToken[];
  /** What had to be cleaned away: zero-width marks, look-alike letters … */
  readonly dirt: readonly string[];
}

/** Tokens past this are left out of the comparison: no name of the lists is longer; a cell of prose is not a name. */
export const MAX_TOKENS = 32;

/** Takes a name apart. Pure: the same text and group give the same tokens, whatever else is loaded. */
export function parseName(text: string, group: NameGroup): ParsedName {
  const cleaned = clean(text);
  const words = tokenise(cleaned.text);
  const tokens =
    group === 'person'
      ? personTokens(words)
      : group === 'organization'
        ? organizationTokens(words)
        : group === 'vessel'
          ? vesselTokens(words)
          : words.map((word) => ({ key: `w${word.text}`, raw: word.raw }));
  return { text, group, tokens: tokens.slice(0, MAX_TOKENS), dirt: cleaned.found };
}

function roleOf(word: TextToken): string {
  if (word.syllable) return word.script === 'Hang' ? 'k' : 'c';
  return word.abjad ? 'a' : 'w';
}

const LETTERS_FOR_DIGITS: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['9', 'g'],
]);

/** "Vlad1mir Petr0v": digits inside a person's word stand for the letters they look like. */
function lettersForDigits(text: string): string {
  if (!/[a-z]/.test(text) || !/\d/.test(text)) return text;
  return text.replace(/\d/g, (digit) => LETTERS_FOR_DIGITS.get(digit) ?? digit);
}

const CONSONANTS_ONLY = /^[bcdfghjklmnpqrstvwxz]{2}$/;

/** "J.A." and "JM" before a surname are initials written together. */
function isGluedInitials(word: TextToken, at: number, words: readonly TextToken[]): boolean {
  if (word.script !== 'Latn' || word.text.length > 3 || word.text.length < 2) return false;
  if (word.dotted) return true;
  return (
    at === 0 &&
    words.length > 1 &&
    CONSONANTS_ONLY.test(word.text) &&
    word.raw === word.raw.toUpperCase() &&
    wordInfo(word.text) === undefined
  );
}

function personTokens(words: readonly TextToken[]): NameToken[] {
  const latin = words.every((word) => !word.syllable && !word.abjad);
  if (latin && words.every((word) => word.script === 'Latn' && !word.dotted)) {
    const reading = eastAsianSyllables(words.map((word) => word.text));
    if (reading) return reading.syllables.map((text) => ({ key: reading.language + text, raw: text }));
  }
  const tokens: NameToken[] = [];
  const joined = joinArabic(words.map((word) => (word.syllable ? word.text : lettersForDigits(word.text))));
  for (const { word: text, from, count } of joined) {
    const word = words[from]!;
    const raw = words
      .slice(from, from + count)
      .map((part) => part.raw)
      .join(' ');
    if (count === 1 && isGluedInitials(word, from, words)) {
      for (const letter of word.text) tokens.push({ key: `i${letter}`, raw: letter });
    } else if (text.length === 1 && !word.syllable && !(isParticle(text) && word.raw === text)) {
      tokens.push({ key: `i${text}`, raw });
    } else if (digitNumber(text) !== null) {
      tokens.push({ key: `n${digitNumber(text)}`, raw });
    } else {
      tokens.push({ key: roleOf(word) + text, raw });
    }
  }
  return tokens.some((token) => token.key[0] !== 'i')
    ? tokens
    : tokens.map((t) => ({ ...t, key: `w${t.key.slice(1)}` }));
}

function organizationTokens(words: readonly TextToken[]): NameToken[] {
  const texts = words.map((word) => word.text);
  const tokens: NameToken[] = [];
  let afterLegal = false;
  for (let i = 0; i < words.length; ) {
    const legal = legalFormAt(texts, i, afterLegal);
    if (legal) {
      tokens.push({ key: `l${legal.canonical}`, raw: rawOf(words, i, legal.count) });
      i += legal.count;
      afterLegal = true;
      continue;
    }
    afterLegal = false;
    const number = numberAt(texts, i);
    if (number) {
      tokens.push({ key: `n${number.number}`, raw: rawOf(words, i, number.count) });
      i += number.count;
      continue;
    }
    const glued = wordInfo(texts[i]!) === undefined ? gluedLegalForm(texts[i]!) : null;
    if (glued) {
      const parts = [`l${glued.canonical}`, roleOf(words[i]!) + glued.rest];
      for (const key of glued.first ? parts : parts.reverse()) tokens.push({ key, raw: words[i]!.raw });
    } else tokens.push({ key: roleOf(words[i]!) + texts[i]!, raw: words[i]!.raw });
    i++;
  }
  // "Limited Company" alone is a name of nothing but legal forms: its words then have to carry it.
  return tokens.some((token) => token.key[0] !== 'l')
    ? tokens
    : words.map((word) => ({ key: roleOf(word) + word.text, raw: word.raw }));
}

function vesselTokens(words: readonly TextToken[]): NameToken[] {
  let from = 0;
  const texts = words.map((word) => word.text);
  if (texts.length > 2 && isVesselPrefix(texts[0]! + texts[1]!) && texts[0]!.length === 1) from = 2;
  else if (texts.length > 1 && isVesselPrefix(texts[0]!)) from = 1;
  const tokens: NameToken[] = [];
  for (let i = from; i < words.length; ) {
    const number = numberAt(texts, i);
    if (number && (tokens.length > 0 || words.length > i + number.count)) {
      tokens.push({ key: `n${number.number}`, raw: rawOf(words, i, number.count) });
      i += number.count;
    } else {
      tokens.push({ key: roleOf(words[i]!) + texts[i]!, raw: words[i]!.raw });
      i++;
    }
  }
  return tokens;
}

function rawOf(words: readonly TextToken[], from: number, count: number): string {
  return words
    .slice(from, from + count)
    .map((word) => word.raw)
    .join(' ');
}
