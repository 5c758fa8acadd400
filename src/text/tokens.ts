import {
  AMPERSAND,
  APOSTROPHE,
  CAPITAL,
  type CharacterClass,
  classOf,
  DIGIT,
  digitOf,
  HYPHEN,
  LETTER,
  MARK,
} from './characters.ts';
import { isAbjad, isSyllabic, romanise } from './romanise.ts';
import { scriptOfCodePoint } from './scripts.ts';

/** One word of a name, or one syllable of a Hangul or Han word, as it goes into comparison. */
export interface TextToken {
  /** Lower-case a–z and 0–9 only, never empty. */
  readonly text: string;
  /** What was written (after cleaning): the word, or the syllable, or the article or the rest of an Arabic word. */
  readonly raw: string;
  /** ISO 15924 code of the word; `Zyyy` for a number or `&`. */
  readonly script: string;
  /** True when vowels may be missing (Arabic, Hebrew). */
  readonly abjad: boolean;
  /** True for one syllable of a Hangul or Han word. */
  readonly syllable: boolean;
  /** True when a hyphen joins it to the token before, or nothing does (the same written word). */
  readonly joined: boolean;
  /** True for a single letter before a full stop ("J.") and for letters with stops between them ("S.A.", "d.o.o"). */
  readonly dotted: boolean;
  /** Index of the UTF-16 unit of the cleaned text where it starts. */
  readonly start: number;
}

const FULL_STOP = 0x2e;
const QUOTE = 0x22;

/**
 * The tokens of a cleaned text, in order. Words end at blanks and punctuation; apostrophes inside a word are dropped
 * (O'Neil → oneil), hyphens and slashes divide, single letters with stops between them are one token (d.o.o. → doo),
 * `&` reads "and", and "No." before a number is left out. Never throws; a word without any known reading is left out.
 */
export function tokenise(cleaned: string): TextToken[] {
  const tokens: TextToken[] = [];
  const length = cleaned.length;
  let joined = false;
  let i = 0;
  while (i < length) {
    const kind = classAt(cleaned, i);
    if (kind === LETTER || kind === CAPITAL || kind === DIGIT) {
      if (kind === DIGIT) dropNumero(cleaned, tokens, i);
      i = word(cleaned, i, joined, tokens);
      joined = i + 1 < length && classAt(cleaned, i) === HYPHEN;
      if (joined) i++;
      continue;
    }
    if (kind === AMPERSAND) tokens.push(ampersand(i));
    joined = false;
    i++;
  }
  return tokens;
}

function classAt(text: string, i: number): CharacterClass {
  const unit = text.charCodeAt(i);
  return classOf(unit < 0xd800 || unit > 0xdfff ? unit : text.codePointAt(i)!);
}

/** Reads the word that starts at `start`, adds its tokens and returns where it ends. */
function word(text: string, start: number, joined: boolean, tokens: TextToken[]): number {
  const length = text.length;
  let i = start;
  let end = start;
  let letters = 0;
  let capitals = false;
  let digits = false;
  let apostrophe = false;
  let ascii = true;
  for (; i < length; i++) {
    const unit = text.charCodeAt(i);
    const kind = classAt(text, i);
    if (kind === LETTER || kind === CAPITAL || kind === DIGIT) {
      letters++;
      if (kind === CAPITAL) capitals = true;
      else if (kind === DIGIT) digits = true;
      if (unit >= 0x80) {
        ascii = false;
        if (unit >= 0xd800 && unit <= 0xdbff) i++;
      }
      end = i + 1;
    } else if (kind === MARK) {
      ascii = false;
      if (unit >= 0xd800 && unit <= 0xdbff) i++;
      end = i + 1;
    } else if (kind === APOSTROPHE || (unit === QUOTE && isGershayim(text, i))) {
      if (i + 1 < length && isWordClass(classAt(text, i + 1))) {
        apostrophe = true;
        if (unit >= 0x80) ascii = false;
      } else break;
    } else break;
  }
  if (letters === 1 && !digits && text.charCodeAt(end) === FULL_STOP) {
    const script = scriptOfCodePoint(text.codePointAt(start)!);
    if (!isSyllabic(script)) return dotted(text, start, end, script, joined, tokens);
  }
  if (ascii) {
    let raw = text.slice(start, end);
    const written = raw;
    if (apostrophe) raw = raw.replace(/['`]/g, '');
    tokens.push({
      text: capitals ? raw.toLowerCase() : raw,
      raw: written,
      script: digits && isNumber(raw) ? 'Zyyy' : 'Latn',
      abjad: false,
      syllable: false,
      joined,
      dotted: false,
      start,
    });
  } else segments(text, start, end, joined, tokens);
  return end;
}

function isWordClass(kind: CharacterClass): boolean {
  return kind === LETTER || kind === CAPITAL || kind === DIGIT;
}

function isNumber(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x39) return false;
  return true;
}

/** Hebrew acronyms are often typed with a plain quotation mark (רמב"ם). */
function isGershayim(text: string, i: number): boolean {
  return isHebrew(text.charCodeAt(i - 1)) && isHebrew(text.charCodeAt(i + 1));
}

function isHebrew(unit: number): boolean {
  return unit >= 0x5d0 && unit <= 0x5ea;
}

/** A single letter before a stop and the single letters with stops that follow it at once: one token. */
function dotted(
  text: string,
  start: number,
  end: number,
  script: string,
  joined: boolean,
  tokens: TextToken[],
): number {
  let out = initial(text, start, end, script);
  let last = end;
  // Each turn stands before a stop: the next letter belongs to the chain when no further letter follows it.
  while (text.charCodeAt(last) === FULL_STOP && last + 1 < text.length) {
    const kind = classAt(text, last + 1);
    const code = text.codePointAt(last + 1)!;
    if ((kind !== LETTER && kind !== CAPITAL) || code > 0xffff || isSyllabic(scriptOfCodePoint(code))) break;
    let after = last + 2;
    while (after < text.length && classAt(text, after) === MARK) after++;
    if (after < text.length) {
      const next = classAt(text, after);
      if (isWordClass(next) || next === APOSTROPHE) break;
    }
    out += initial(text, last + 1, after, scriptOfCodePoint(code));
    last = after;
  }
  if (out !== '')
    tokens.push({
      text: out,
      raw: text.slice(start, last),
      script,
      abjad: isAbjad(script),
      syllable: false,
      joined,
      dotted: true,
      start,
    });
  return text.charCodeAt(last) === FULL_STOP ? last + 1 : last;
}

/** The first letter of the reading: an initial Ш. stands for one letter to whoever compares initials. */
function initial(text: string, start: number, end: number, script: string): string {
  const unit = text.charCodeAt(start);
  if (unit < 0x80) return text[start]!.toLowerCase();
  const pieces = romanise(text.slice(start, end), script, text);
  return pieces.length === 0 ? '' : pieces[0]!.text[0]!;
}

/** Divides a word that is not plain ASCII where its script changes, and reads each part in its script. */
function segments(text: string, start: number, end: number, joined: boolean, tokens: TextToken[]): void {
  let from = start;
  let script = 'Zyyy';
  let letters = '';
  let join = joined;
  // Where each unit of `letters` stood in the text: apostrophes are left out of it.
  let places: number[] = [];
  const flush = (): void => {
    if (letters === '') return;
    for (const piece of romanise(letters, script, text)) {
      const at = places[piece.from]!;
      tokens.push({
        text: piece.text,
        raw: text.slice(at, places[piece.to - 1]! + 1),
        script,
        abjad: isAbjad(script) && piece.vowelled !== true,
        syllable: isSyllabic(script),
        joined: join,
        dotted: false,
        start: at,
      });
      join = true;
    }
    letters = '';
    places = [];
    script = 'Zyyy';
  };
  for (; from < end; ) {
    const code = text.codePointAt(from)!;
    const size = code > 0xffff ? 2 : 1;
    const kind = classOf(code);
    if (kind === DIGIT) {
      if (isSyllabic(script)) flush();
      letters += code < 0x80 ? text[from] : String(digitOf(code));
      places.push(from);
    } else if (kind === LETTER || kind === CAPITAL) {
      const own = scriptOfCodePoint(code);
      if (own !== script && (script !== 'Zyyy' || isSyllabic(own))) flush();
      script = own;
      letters += text.slice(from, from + size);
      for (let k = 0; k < size; k++) places.push(from + k);
    } else if (kind === MARK && letters !== '') {
      letters += text.slice(from, from + size);
      for (let k = 0; k < size; k++) places.push(from + k);
    }
    from += size;
  }
  flush();
}

/** "No. 5" and "№ 5" name the number 5. */
function dropNumero(text: string, tokens: TextToken[], digit: number): void {
  const last = tokens[tokens.length - 1];
  if (last?.text !== 'no' || last.dotted || last.raw.length !== 2) return;
  for (let i = last.start + 2; i < digit; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== FULL_STOP && unit !== 0x20) return;
  }
  if (last.start + 2 < digit) tokens.pop();
}

function ampersand(start: number): TextToken {
  return {
    text: 'and',
    raw: '&',
    script: 'Zyyy',
    abjad: false,
    syllable: false,
    joined: false,
    dotted: false,
    start,
  };
}
