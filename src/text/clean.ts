import { resolveLookAlikes } from './look-alikes.ts';
import { scriptOfCodePoint } from './scripts.ts';

/**
 * What stood in a text that a reader does not see or is misled by: invisible marks, marks that turn the direction of
 * writing, control characters, full-width and styled forms of letters, letters of another script that look alike, and
 * accents put on letters that do not carry one (stress marks in Cyrillic, piles of marks on one letter).
 */
export type Dirt = 'zero-width' | 'bidi' | 'control' | 'full-width' | 'styled' | 'look-alike' | 'combining';

export interface Cleaned {
  readonly text: string;
  /** In the order of the type above, each at most once. */
  readonly found: readonly Dirt[];
}

const NOTHING: readonly Dirt[] = [];
const ORDER: readonly Dirt[] = [
  'zero-width',
  'bidi',
  'control',
  'full-width',
  'styled',
  'look-alike',
  'combining',
];

/** Characters without width: soft hyphen, joiners, variation selectors, Hangul fillers, tags. */
const INVISIBLE =
  /\u034f|\u17b4|\u17b5|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u00ad\u115f\u1160\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
const CONTROL = /[\u0000-\u0008\u000e-\u001b\u007f\u0080-\u0084\u0086-\u009f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: tabs and line breaks of every kind separate words.
const BLANK = /[\u0009-\u000d\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
const FULL_WIDTH = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f\uffa1-\uffdc]/;
const STYLED =
  /[\u2460-\u24ff\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f1ff}]/u;
/** Signs that compatibility forms would glue to the word before them (Foo™ → FooTM). */
const TRADE_SIGN = /[\u2120\u2122\u00a9\u00ae]/g;
/** Accents used as apostrophes, which compatibility forms would turn into a blank with a mark. */
const ACUTE = /[\u00b4\u0384\u1fbd\u1fbf\u1ffd]/g;
const NUMERO = /\u2116(?=[^\s])/g;
/** The joiners of Arabic and Indic writing are part of the spelling (علی‌رضا); removed, but nothing to report. */
const SPELLING_JOINER = /(?<=[\u0600-\u08ff\u0900-\u0dff])[\u200c\u200d](?=[\u0600-\u08ff\u0900-\u0dff]|$)/gu;
/** After composition, a mark left on a Cyrillic letter is a stress accent: й, ї, ў, ё have become one character. */
const CYRILLIC_MARKS = /(?<=[\u0400-\u052f])[\u0300-\u036f]+/g;
/** No spelling puts more than two marks on a letter (Vietnamese: ế). */
const PILED_MARKS = /(?<=\P{M}[\u0300-\u036f]{2})[\u0300-\u036f]+/gu;
const NEEDS_LOOK_ALIKES = /[\u0370-\u058f\u1c80-\u1c8a\u1f00-\u1fff]/;
const HAS_LATIN = /[A-Za-z\u00c0-\u02af]/;
const WORD = /[\p{L}\p{M}]+/gu;

/** True when every character is a printable ASCII one, so that the text is clean as it stands. */
export function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit > 0x7e) return false;
  }
  return true;
}

/**
 * The text as it looks, in one normal form: invisible, direction and control characters removed, NFKC applied, stress
 * accents off Cyrillic letters, look-alikes of another script set right word by word, every blank a plain one. Says
 * what it met. Idempotent.
 */
export function clean(text: string): Cleaned {
  if (isPlain(text)) return { text, found: NOTHING };
  const found = new Set<Dirt>();
  let before = text;
  let after = pass(text, found);
  // Removing one character may let its neighbours compose; what is stable is clean.
  while (after !== before) {
    before = after;
    after = pass(before, found);
  }
  return { text: after, found: found.size === 0 ? NOTHING : ORDER.filter((dirt) => found.has(dirt)) };
}

function pass(text: string, found: Set<Dirt>): string {
  let out = text.replace(BLANK, ' ').replace(SPELLING_JOINER, '');
  out = remove(out, INVISIBLE, 'zero-width', found);
  out = remove(out, BIDI, 'bidi', found);
  out = remove(out, CONTROL, 'control', found);
  if (FULL_WIDTH.test(out)) found.add('full-width');
  if (STYLED.test(out)) found.add('styled');
  out = out.replace(TRADE_SIGN, '').replace(ACUTE, "'").replace(NUMERO, 'No ').normalize('NFKC');
  out = remove(out, CYRILLIC_MARKS, 'combining', found);
  out = remove(out, PILED_MARKS, 'combining', found);
  if (NEEDS_LOOK_ALIKES.test(out) && mixesScripts(out)) out = setRight(out, found);
  return out;
}

function remove(text: string, marks: RegExp, dirt: Dirt, found: Set<Dirt>): string {
  const out = text.replace(marks, '');
  if (out !== text) found.add(dirt);
  return out;
}

function mixesScripts(text: string): boolean {
  if (HAS_LATIN.test(text)) return true;
  const scripts = new Set<string>();
  for (const letter of text) scripts.add(scriptOfCodePoint(letter.codePointAt(0)!));
  scripts.delete('Zyyy');
  return scripts.size > 1;
}

function setRight(text: string, found: Set<Dirt>): string {
  return text.replace(WORD, (word) => {
    const right = resolveLookAlikes(word);
    if (right !== word) found.add('look-alike');
    return right;
  });
}
