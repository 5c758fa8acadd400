import { readTable } from '../facts/table.ts';
import type { Designation } from '../model/entity.ts';
import { childText, type UnNote, unDate, valuesOf } from './un-element.ts';
import type { XmlElement } from './xml.ts';

const REGIMES: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  readTable('lists/un-regimes.tsv').map((row) => [row.regime!, row]),
);

/** `(Travel Ban, Asset Freeze)` in the comments: which measures of the regime apply to this entry. */
const STATED = /\(\s*((?:Travel Ban|Asset Freeze)(?:\s*,\s*(?:Travel Ban|Asset Freeze))?)\s*\)/iu;
const LINK = /https?:\/\/(?:[a-z0-9-]+\.)*un\.org\/[^\s)]+/iu;

/**
 * The designation of an entry. The list gives the day of listing and the days of change; when it was announced and
 * came into force it does not say.
 */
export function unDesignation(list: string, key: string, record: XmlElement, note: UnNote): Designation {
  const regime = childText(record, 'UN_LIST_TYPE');
  const known = REGIMES.get(regime);
  if (!known) note(record, 'UN_LIST_TYPE', regime, 'unknown-programme');
  const comments = childText(record, 'COMMENTS1');
  const stated = STATED.exec(comments)?.[1]
    ?.split(/\s*,\s*/u)
    .map((words) => capital(words.toLowerCase()));
  const usual = known?.[record.name === 'INDIVIDUAL' ? 'persons' : 'bodies']?.split('; ') ?? [];
  const raw = childText(record, 'LISTED_ON');
  const updates = valuesOf(record, 'LAST_DAY_UPDATED')
    .map(([element, text]) => day(text, 'LAST_DAY_UPDATED/VALUE', element, note))
    .filter((date): date is string => date !== null)
    .sort();
  return {
    list,
    key,
    authority: 'United Nations Security Council',
    programme: regime || null,
    measures: stated ?? usual.filter((measure) => measure !== ''),
    legalBasis: known?.legal_basis || null,
    reason: null,
    announced: null,
    listed: raw === '' ? null : day(raw, 'LISTED_ON', record, note),
    inForce: null,
    amended: updates.at(-1) ?? null,
    ended: null,
    sourceUrl: LINK.exec(comments)?.[0].replace(/[.,]$/u, '') ?? null,
  };
}

function day(raw: string, field: string, element: XmlElement, note: UnNote): string | null {
  const read = unDate(raw);
  if (read.precision === 'day') return read.from;
  note(element, field, raw, 'unreadable-date');
  return null;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
