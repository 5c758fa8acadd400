import { readTable } from '../facts/table.ts';

/** The names in one cell of a customer file: `how[i]` says what made `names[i]` of the cell. */
export interface Parties {
  readonly names: string[];
  readonly how: string[];
}

/** A name in brackets shorter than this is a mark or an abbreviation of the name before it (UK, Pvt, 2). */
const LETTERS_OF_A_NAME = 4;
const BRACKETS = /[([{（［【]([^()[\]{}（）［］【】]*)[)\]}）］】]/g;
/** A cheap look at the cell: without one of these characters or words nothing joins two names. */
const MAY_JOIN =
  /[/;|()[\]{}（［【]|\b(?:dba|d\.b\.a|aka|a\.k\.a|fka|f\.k\.a|n\.k\.a|obo|fbo|itf|known|formerly|trading|doing|operating|care|behalf|benefit|trust|trustee|nominee|agent|acting|order|attn|attention)\b/i;
const WORD_LETTERS = /\p{L}/gu;

interface Joins {
  readonly pattern: RegExp;
  readonly shown: ReadonlyMap<string, string>;
}

let joins: Joins | undefined;
let notNames: ReadonlySet<string> | undefined;

/**
 * The names that a cell may hold: first the whole cell as it is, then the parts on either side of "d/b/a", "and/or",
 * "c/o", a semicolon and the other joins of `data/names/party-joins.tsv`, then the cell without its brackets and what
 * stands in them, unless that is a place, a legal form, a role or a short word. Each name once; the parts are trimmed.
 */
export function splitParties(raw: string): Parties {
  const found = new Map<string, string>([[raw, 'whole']]);
  if (MAY_JOIN.test(raw)) {
    const parts = divide(raw);
    for (const part of parts) add(found, part.text, part.how);
    for (const name of parts.length > 0 ? parts.map((part) => part.text) : [raw])
      for (const alias of inBrackets(name)) add(found, alias.text, alias.how);
  }
  return { names: [...found.keys()], how: [...found.values()] };
}

interface Part {
  readonly text: string;
  readonly how: string;
}

function add(found: Map<string, string>, text: string, how: string): void {
  const name = text.trim();
  if (countLetters(name) > 0 && !found.has(name)) found.set(name, how);
}

function divide(raw: string): Part[] {
  joins ??= loadJoins();
  const parts: Part[] = [];
  let from = 0;
  let how = '';
  for (const match of raw.matchAll(joins.pattern)) {
    how = `split at "${joins.shown.get(normal(match[1] ?? match[2]!))!}"`;
    parts.push({ text: raw.slice(from, match.index), how });
    from = match.index + match[0].length;
  }
  if (parts.length > 0) parts.push({ text: raw.slice(from), how });
  return parts.map((part) => ({ text: trimPunctuation(part.text), how: part.how }));
}

/** A part begins or ends with the stop or comma that led to the join ("Foo Ltd, d/b/a Bar"), or half a bracket. */
function trimPunctuation(text: string): string {
  let out = text.replace(/^[\s,:–-]+|[\s,:–-]+$/g, '');
  if (!out.includes('(')) out = out.replace(/\)$/, '');
  if (!out.includes(')')) out = out.replace(/\($/, '').trimEnd();
  return out;
}

function inBrackets(text: string): Part[] {
  const parts: Part[] = [];
  const matches = [...text.matchAll(BRACKETS)];
  if (matches.length === 0) return parts;
  const outside = text.replace(BRACKETS, ' ').replace(/\s+/g, ' ').trim();
  parts.push({ text: outside, how: 'without the brackets' });
  for (const match of matches) {
    const inside = match[1]!.trim();
    if (isName(inside)) parts.push({ text: inside, how: 'in brackets' });
  }
  return parts;
}

function isName(inside: string): boolean {
  notNames ??= new Set(readTable('names/bracket-words.tsv').map((row) => row.word!));
  const letters = countLetters(inside);
  // Hangul and Han write a whole name in two letters.
  if (letters < LETTERS_OF_A_NAME && !(letters >= 2 && /[\p{sc=Han}\p{sc=Hangul}]/u.test(inside)))
    return false;
  return !notNames.has(inside.toLowerCase().replace(/\./g, '').replace(/\s+/g, ' '));
}

function countLetters(text: string): number {
  return text.match(WORD_LETTERS)?.length ?? 0;
}

function normal(join: string): string {
  return join.toLowerCase().replace(/\s+/g, ' ');
}

function loadJoins(): Joins {
  const shown = new Map(readTable('names/party-joins.tsv').map((row) => [row.pattern!, row.shown!]));
  const spaced: string[] = [];
  const free: string[] = [];
  // The longest first: "a.k.a." before "a.k.a", so that no stop is left over.
  for (const pattern of [...shown.keys()].sort((a, b) => b.length - a.length)) {
    const source = pattern.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s+');
    (pattern === ';' || pattern === '|' ? free : spaced).push(source);
  }
  // A join stands between blanks or brackets; only the semicolon and the bar need none.
  const pattern = new RegExp(`(?<=[\\s,(])(${spaced.join('|')})(?=[\\s:])|(${free.join('|')})`, 'giu');
  return { pattern, shown };
}
