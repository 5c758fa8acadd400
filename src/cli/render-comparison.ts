import type { Comparison } from '../engine/compare.ts';
import { matchMark, renderExplanations } from './render-hit.ts';
import type { Style } from './style.ts';
import { isolate, printable } from './width.ts';

/** The score of two names for people: the words side by side and what each rule took. */
export function renderComparison(comparison: Comparison, style: Style): string {
  const { a, b, schema, score, match, explanations } = comparison;
  return (
    `${isolate(printable(a))} / ${isolate(printable(b))}, as ${schema}: ${style.bold(score.toFixed(4))} ${match ? matchMark(true) : 'no match'}\n` +
    renderExplanations(explanations, style, 2)
  );
}
