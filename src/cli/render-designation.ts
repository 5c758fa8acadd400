import type { HitDesignation } from '../engine/answer.ts';
import type { Designation } from '../model/entity.ts';
import type { Style } from './style.ts';
import { isolate, printable, wrap } from './width.ts';

/** One designation in a few lines: list and key, authority, programme, measures, basis, dates, reason, source. */
export function renderDesignation(one: Designation | HitDesignation, style: Style, indent: number): string {
  const state = 'state' in one && one.state !== null ? ` [${STATE_WORDS[one.state]}]` : '';
  const lines: string[] = [
    [one.authority, one.programme === null ? '' : `programme ${one.programme}`, one.measures.join(', ')]
      .filter((text) => text !== '')
      .join('; '),
  ];
  if (one.legalBasis !== null) lines.push(`legal basis: ${one.legalBasis}`);
  const dates = (
    [
      ['announced', one.announced],
      ['listed', one.listed],
      ['in force', one.inForce],
      ['amended', one.amended],
      ['ended', one.ended],
    ] as const
  )
    .filter(([, date]) => date !== null)
    .map(([word, date]) => `${word} ${date}`);
  lines.push(dates.length === 0 ? 'no date known' : dates.join(', '));
  if (one.reason !== null) lines.push(`reason: ${one.reason}`);
  const room = style.width - indent - 2;
  const blanks = ' '.repeat(indent);
  return (
    `${blanks}${style.bold(printable(`${one.list} ${one.key}`))}${state}\n` +
    lines
      .flatMap((line) => wrap(printable(line), room))
      .map((line) => `${blanks}  ${isolate(line)}\n`)
      .join('') +
    // Not wrapped: a broken address cannot be followed.
    (one.sourceUrl === null ? '' : `${blanks}  ${printable(one.sourceUrl)}\n`)
  );
}

const STATE_WORDS: Readonly<Record<NonNullable<HitDesignation['state']>, string>> = {
  'in force': 'in force on that day',
  coming: 'announced, not yet in force on that day',
  ended: 'ended by that day',
  unknown: 'no start known: counts as in force',
};
