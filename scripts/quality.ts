// Prints precision, recall and F1 of the name score on the labelled pairs, by class; the frozen third apart.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { compare } from '../src/engine/compare.ts';

interface Pair {
  readonly schema: string;
  readonly a: string;
  readonly b: string;
  readonly match: string;
  readonly strength: string;
  readonly class: string;
  readonly frozen: string;
}

const pairs = parse(readFileSync(new URL('../test/cases/names.csv', import.meta.url)), {
  columns: true,
  bom: true,
}) as Pair[];

function figures(rows: readonly Pair[]): string {
  let tp = 0;
  let fp = 0;
  let fn = 0;
  for (const row of rows) {
    const found = compare(row.a, row.b, { schema: row.schema }).match;
    const wanted = row.match === 'true';
    if (found && wanted) tp++;
    else if (found) fp++;
    else if (wanted) fn++;
  }
  const share = (part: number, whole: number): string => (whole === 0 ? '  – ' : (part / whole).toFixed(3));
  return `${String(rows.length).padStart(4)}  P ${share(tp, tp + fp)}  R ${share(tp, tp + fn)}  F1 ${share(2 * tp, 2 * tp + fp + fn)}`;
}

const open = pairs.filter((pair) => pair.frozen !== 'true');
const frozen = pairs.filter((pair) => pair.frozen === 'true');
for (const name of [...new Set(pairs.map((pair) => pair.class))].sort())
  console.log(`${name.padEnd(34)} ${figures(open.filter((pair) => pair.class === name))}`);
console.log(`${'all open'.padEnd(34)} ${figures(open)}`);
console.log(`${'open, STRONG'.padEnd(34)} ${figures(open.filter((pair) => pair.strength === 'STRONG'))}`);
console.log(`${'all frozen (reported, not tuned on)'.padEnd(34)} ${figures(frozen)}`);
