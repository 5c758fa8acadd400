import { readTable } from '../facts/table.ts';
import { dateFromParts } from '../model/dates.ts';
import type { Designation } from '../model/entity.ts';
import { child, childText, textOf, type UkElement, type UkNote } from './uk-element.ts';
import { imposedMeasures, UK_INDICATORS } from './uk-measures.ts';

/** The publisher's page of the list: entries have none of their own. */
const PAGE = 'https://www.gov.uk/government/publications/the-uk-sanctions-list';

const AUTHORITIES: ReadonlyMap<string, string> = new Map(
  readTable('lists/uk-authorities.tsv').map((row) => [row.source!, row.authority!]),
);

/** `dd/mm/yyyy` as `YYYY-MM-DD`; null when it is no day of the calendar. */
export function ukDay(text: string): string | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})$/u.exec(text);
  if (!match) return null;
  const date = dateFromParts({
    raw: text,
    year: Number(match[3]),
    month: Number(match[2]),
    day: Number(match[1]),
    circa: false,
    calendar: 'gregorian',
  });
  return date.precision === 'day' ? date.from : null;
}

function day(designation: UkElement, name: string, note: UkNote): string | null {
  const text = childText(designation, name);
  const date = ukDay(text);
  if (date === null && text !== '') note(designation, name, text, 'unreadable-date');
  return date;
}

function checkIndicators(designation: UkElement, expected: ReadonlySet<string>, note: UkNote): void {
  const container = child(designation, 'SanctionsImposedIndicators');
  if (!container) return;
  for (const indicator of container.children) {
    const said = textOf(indicator).toLowerCase() === 'true';
    const field = `SanctionsImposedIndicators/${indicator.name}`;
    if (!UK_INDICATORS.has(indicator.name)) {
      if (said) note(indicator, field, 'true', 'unknown-indicator');
    } else if (said !== expected.has(indicator.name))
      note(indicator, field, textOf(indicator), 'indicator-mismatch');
  }
}

/** The designation: what it orders stands in words and, for most measures, again as a true or false indicator. */
export function ukDesignation(list: string, key: string, designation: UkElement, note: UkNote): Designation {
  const imposed = imposedMeasures(childText(designation, 'SanctionsImposed'));
  for (const term of imposed.unknown) note(designation, 'SanctionsImposed', term, 'unknown-measure');
  checkIndicators(designation, imposed.indicators, note);
  const source = childText(designation, 'DesignationSource');
  const authority = AUTHORITIES.get(source.replace(/\s/gu, ''));
  if (authority === undefined) note(designation, 'DesignationSource', source, 'unknown-source');
  const regime = childText(designation, 'RegimeName') || null;
  const designated = day(designation, 'DateDesignated', note);
  return {
    list,
    key,
    authority: authority ?? source,
    programme: regime,
    measures: imposed.measures,
    legalBasis: regime,
    reason: childText(designation, 'UKStatementofReasons') || null,
    announced: null,
    listed: designated,
    // A designation takes effect on the day it is made.
    inForce: designated,
    amended: day(designation, 'LastUpdated', note),
    ended: null,
    sourceUrl: PAGE,
  };
}
