import type { Hit, HitDesignation, Screening } from '../engine/answer.ts';
import { MIN_CUTOFF } from '../match/policy.ts';
import { matchMark, renderHit } from './render-hit.ts';
import { listTable, notSearchedLines, warning } from './render-lists.ts';
import type { Style } from './style.ts';
import { type Cell, renderTable } from './table.ts';
import { printable } from './width.ts';

/** Designations of one hit that the table shows; the rest are counted and stand below. */
const MAX_ROWS = 4;

/**
 * A screening for people. `hidden` is how many entities lie below the cutoff when none reached it. It never says
 * "clear": without a hit it says on which lists of which dates nothing matched, and what was not searched.
 */
export function renderScreening(screening: Screening, style: Style, hidden: number): string {
  const head = warning(screening.snapshot, style);
  if (screening.results.length === 0) return head + renderNothing(screening, style, hidden);
  const shown = screening.results.length;
  const matches = screening.results.filter((hit) => hit.match).length;
  const total = screening.total.value;
  const counted = `${total === 1 ? '1 entity' : `${total} entities`}${shown < total ? `, the best ${shown} shown (--limit)` : ''}`;
  const matched = `${matches === 0 ? 'none a match' : matches === 1 ? '1 match' : `${matches} matches`} at threshold ${screening.policy.threshold}`;
  return (
    head +
    `${printable(describe(screening))}: ${counted}, ${matched}${asOf(screening)}.\n\n` +
    hitTable(screening.results, style) +
    screening.results.map((hit, at) => `\n${renderHit(hit, at + 1, style)}`).join('') +
    `\n${searched(screening, style)}`
  );
}

function describe(screening: Screening): string {
  const { schema, properties } = screening.query;
  const values = Object.entries(properties).map(([key, all]) =>
    key === 'name' ? all.map((one) => `"${one}"`).join(', ') : `${key} ${all.join(', ')}`,
  );
  return `${schema === null ? '' : `${schema} `}${values.join(', ')}`;
}

function asOf(screening: Screening): string {
  return screening.policy.as_of === null ? '' : `, as of ${screening.policy.as_of}`;
}

function renderNothing(screening: Screening, style: Style, hidden: number): string {
  const text = `No match for ${printable(describe(screening))} on these lists of these dates${asOf(screening)}:\n\n`;
  const below =
    hidden === 0
      ? ''
      : `\n${style.caution(
          `${hidden === 1 ? '1 entity lies' : `${hidden} entities lie`} between ${MIN_CUTOFF} and the cutoff ${screening.policy.cutoff}: \`--cutoff ${MIN_CUTOFF}\` shows ${hidden === 1 ? 'it' : 'them'}.`,
        )}\n`;
  return `${text}${listTable(screening.snapshot, style)}${below}\n${notSearchedLines(screening.not_searched, style)}`;
}

/** What was searched, after the hits. */
function searched(screening: Screening, style: Style): string {
  return `${listTable(screening.snapshot, style)}\n${notSearchedLines(screening.not_searched, style)}`;
}

function hitTable(hits: readonly Hit[], style: Style): string {
  const rows: Cell[][] = [];
  for (const hit of hits) {
    const mark = hit.match ? (text: string) => style.alarm(style.bold(text)) : style.caution;
    const first: Cell[] = [
      { text: hit.score.toFixed(2) },
      { text: matchMark(hit.match), style: mark },
      { text: hit.caption, style: style.bold },
    ];
    const shown = hit.designations.slice(0, MAX_ROWS);
    const blank: Cell[] = [{ text: '' }, { text: '' }, { text: '' }];
    if (shown.length === 0) rows.push([...first, ...blank, { text: '' }]);
    shown.forEach((one, at) => {
      rows.push([
        ...(at === 0 ? first : blank),
        { text: one.list },
        { text: one.measures.join(', ') },
        { text: one.programme ?? '' },
        { text: dateOf(one) },
      ]);
    });
    const more = hit.designations.length - shown.length;
    if (more > 0) rows.push([...blank, { text: `+ ${more} more` }, ...blank]);
  }
  return renderTable(
    [
      { title: 'SCORE', min: 5, max: 5, right: true },
      { title: 'MARK', min: 8, max: 8 },
      { title: 'NAME', min: 10, keep: 32, max: 48 },
      { title: 'LIST', min: 6, keep: 18, max: 24 },
      { title: 'MEASURE', min: 4, keep: 8, max: 24 },
      { title: 'PROGRAMME', min: 5, keep: 9, max: 24 },
      { title: 'SINCE', min: 16, max: 18 },
    ],
    rows,
    style.width,
    style.dim,
  );
}

function dateOf(one: HitDesignation): string {
  const since = one.listed ?? one.inForce ?? one.announced ?? '';
  if (one.state === 'coming') return `from ${one.inForce ?? since}`;
  if (one.ended !== null) return `ended ${one.ended}`;
  return since;
}
