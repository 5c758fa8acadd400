/** One number out of a free-text cell, with the words that stand before it and the ones in brackets after it. */
export interface LabelledNumber {
  readonly number: string;
  /** e.g. `INN`, `Iran National ID Number`; empty when the cell gives none. */
  readonly label: string;
  /** Text in brackets after the number, e.g. `Russia`, `KH`. */
  readonly remark: string;
}

/** A run of letters, digits and inner `.`, `-` or `/` that holds a digit, or a BIC after its label. */
const NUMBER = /[\p{L}\p{N}][\p{L}\p{N}./_-]*[\p{L}\p{N}]|\p{N}/gu;

/** The spreadsheet's mark for "text", which copies carry along. */
const LEADING_APOSTROPHE = /^['’]\s*/u;

/**
 * Splits a cell such as `OGRN: 1247700291200KPP: 770701001INN: 9707028663` or `1037739635890 (Russia)` into its numbers.
 * A cell that holds no digit and no labelled code is one number as written. Numbers may be glued to the next label, as
 * the list prints them.
 */
export function labelledNumbers(cell: string): readonly LabelledNumber[] {
  const text = cell
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(LEADING_APOSTROPHE, '')
    // A label glued to the number before it: `…291200KPP: `, `…38705Acuris Unique ID: `, `…54525SWIFT/BIC – `.
    .replace(/(?<![\p{L}\p{N}])(\p{N}+)(?=\p{Lu}[\p{L} /.]*(?::| - | – ))/gu, '$1 ')
    .replace(/(\p{N})(?=SWIFT|(?:INN|KPP|OGRN|OKPO|TIN|SRN)\b)/gu, '$1 ')
    // One number printed in groups behind its label: `OGRN: 114 237 300 24 30`.
    .replace(/(?<=\p{L}\W+)(?<![\p{L}\p{N}])\p{N}{1,4}(?: \p{N}{1,4}){2,}(?![\p{L}\p{N}])/gu, (groups) =>
      groups.replaceAll(' ', ''),
    );
  const spaced = /^(\p{N}+(?: \p{N}+)+)(?: ?\(([^)]*)\))?$/u.exec(text);
  if (spaced) return [{ number: spaced[1]!, label: '', remark: spaced[2] ?? '' }];
  const taxPair = /^(\p{N}{10})\/(\p{N}{9})$/u;
  if (!/[\s:;,·]/u.test(text)) return text === '' ? [] : [{ number: text, label: '', remark: '' }];
  const found: LabelledNumber[] = [];
  let from = 0;
  for (const match of text.matchAll(NUMBER)) {
    const number = match[0];
    if (match.index < from) continue;
    const before = text.slice(from, match.index);
    const labelled = /(?:swift|bic|lei)\W*(?:bic|code)?\W*$/iu.test(before);
    if (!/\p{N}/u.test(number) && !(labelled && /^[A-Z0-9]{8,20}$/u.test(number))) continue;
    const after = text.slice(match.index + number.length);
    const remark = /^\s*(?:\(([^)]*)\)|(dated \S+))/u.exec(after);
    const label = cleanLabel(before);
    // Russian tax number and tax registration reason code, printed as one (`7704734000/770301001`).
    for (const part of taxPair.exec(number)?.slice(1) ?? [number])
      found.push({ number: part, label, remark: (remark?.[1] ?? remark?.[2] ?? '').trim() });
    from = match.index + number.length + (remark?.[0].length ?? 0);
  }
  return found.length === 0 ? [{ number: text, label: '', remark: '' }] : found;
}

function cleanLabel(text: string): string {
  const label = text.replace(/^[\s:;,/·–-]+|[\s:;,/·–-]+$/gu, '');
  return /^\([^()]*\)$/u.test(label) ? label.slice(1, -1) : label;
}
