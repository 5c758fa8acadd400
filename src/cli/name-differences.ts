import type { TokenPair } from '../match/explain-name.ts';
import type { Style } from './style.ts';
import { isolate, pad, printable, textWidth } from './width.ts';

const GAP = 2;
const NOTHING = '–';

/** For each character of `other`, whether it has no partner in `text`: a longest common subsequence, case apart. */
function unmet(text: string, other: string): boolean[] {
  const a = [...text].map((char) => char.toLowerCase());
  const b = [...other].map((char) => char.toLowerCase());
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i]![j] =
        a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
  const out = b.map(() => true);
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) {
      out[j] = false;
      i++;
      j++;
    } else if (length[i + 1]![j]! >= length[i]![j + 1]!) i++;
    else j++;
  return out;
}

/** Characters of the listed token to mark; none when the two share no letter (other scripts: `how` says it). */
function marksOf(pair: TokenPair): readonly boolean[] {
  const chars = [...pair.candidate];
  if (pair.query === '') return chars.map(() => true);
  if (pair.how === 'equal' || pair.candidate === '') return chars.map(() => false);
  const found = unmet(pair.query, pair.candidate);
  return found.every(Boolean) ? found.map(() => false) : found;
}

/**
 * The query's words over those of the listed name, with how each pair met, differing letters underlined (or marked
 * with `^` below where escape sequences may not be used). Several blocks when the name is wider than the terminal.
 */
export function nameDifferences(tokens: readonly TokenPair[], style: Style, indent: number): string {
  const label = 8;
  const columns = tokens.map((raw) => {
    const pair = { query: printable(raw.query), candidate: printable(raw.candidate), how: raw.how };
    const width = Math.max(1, textWidth(pair.query), textWidth(pair.candidate), textWidth(pair.how));
    return { pair, width, marks: marksOf(pair) };
  });
  let out = '';
  for (let from = 0; from < columns.length; ) {
    let used = indent + label;
    let to = from;
    while (to < columns.length && (to === from || used + columns[to]!.width <= style.width))
      used += columns[to++]!.width + GAP;
    out += block(columns.slice(from, to), style, indent, label);
    from = to;
  }
  return out;
}

interface Pairing {
  readonly pair: TokenPair;
  readonly width: number;
  readonly marks: readonly boolean[];
}

function block(columns: readonly Pairing[], style: Style, indent: number, label: number): string {
  const line = (
    name: string,
    cell: (one: Pairing) => { readonly shown: string; readonly plain: string },
  ): string => {
    const cells = columns.map((one) => {
      const { shown, plain } = cell(one);
      return shown + ' '.repeat(Math.max(0, one.width - textWidth(plain)));
    });
    return `${' '.repeat(indent)}${pad(name, label)}${cells.join(' '.repeat(GAP)).trimEnd()}\n`;
  };
  const plain = (text: string) => ({
    shown: isolate(text === '' ? NOTHING : text),
    plain: text === '' ? NOTHING : text,
  });
  const query = line('query', (one) => plain(one.pair.query));
  const listed = line('listed', (one) =>
    style.colour ? highlighted(one, style) : plain(one.pair.candidate),
  );
  const how = line('', (one) => ({ shown: style.dim(one.pair.how), plain: one.pair.how }));
  const marks = columns.some((one) => one.marks.includes(true)) && !style.colour ? line('', caretsOf) : '';
  return query + listed + marks + how;
}

function caretsOf(one: Pairing): { readonly shown: string; readonly plain: string } {
  const text = [...one.pair.candidate]
    .map((char, at) => (one.marks[at] ? '^' : ' ').repeat(textWidth(char)))
    .join('');
  return { shown: text, plain: text };
}

function highlighted(one: Pairing, style: Style): { readonly shown: string; readonly plain: string } {
  const text = one.pair.candidate;
  if (text === '') return { shown: NOTHING, plain: NOTHING };
  const shown = one.marks.includes(true)
    ? [...text].map((char, at) => (one.marks[at] ? style.underline(style.caution(char)) : char)).join('')
    : text;
  return { shown: isolate(shown), plain: text };
}
