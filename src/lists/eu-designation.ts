import { readTable } from '../facts/table.ts';
import { parseDate } from '../model/dates.ts';
import type { Designation } from '../model/entity.ts';
import type { EntityDraft } from './entity-draft.ts';
import { attribute, childrenOf, type EuElement, type EuNote, textOf } from './eu-element.ts';

const MEASURES: ReadonlyMap<string, readonly string[]> = new Map(
  readTable('lists/eu-programmes.tsv').map((row) => [
    row.programme!,
    row.measure === '' ? [] : [row.measure!],
  ]),
);

const AUTHORITIES: ReadonlyMap<string, string> = new Map(
  readTable('lists/eu-authorities.tsv').map((row) => [row.type!, row.authority!]),
);

/** `Date of listing: 21/12/2018`, `Date of EU designation: 24.4.2007`; the date of a UN designation is another one. */
const LISTING_DATE = /\bdate of (?:EU )?(?:listing|designation)\s*:?\s*(\d{1,2}[./]\d{1,2}[./]\d{4})/iu;

/** A calendar day of the list as `YYYY-MM-DD`; null, with a note, for anything else that is not empty. */
function day(element: EuElement, field: string, name: string, note: EuNote): string | null {
  const raw = attribute(element, name);
  if (raw === '') return null;
  const date = parseDate(raw);
  if (date.precision === 'day') return date.from;
  note(element, field, raw, 'unreadable-date');
  return null;
}

function listedSince(entity: EuElement, note: EuNote): string | null {
  const stated = day(entity, 'sanctionEntity@designationDate', 'designationDate', note);
  if (stated) return stated;
  for (const text of [attribute(entity, 'designationDetails'), ...childrenOf(entity, 'remark').map(textOf)]) {
    const match = LISTING_DATE.exec(text);
    const date = match ? parseDate(match[1]!.replaceAll('.', '/')) : null;
    if (date?.precision === 'day') return date.from;
  }
  return null;
}

/** The earliest publication that any detail of the entry cites; the entry is at least as old. */
function earliestCited(entity: EuElement): string {
  let earliest = '9999-12-31';
  for (const detail of entity.children)
    for (const summary of childrenOf(detail, 'regulationSummary')) {
      const date = attribute(summary, 'publicationDate');
      if (date !== '' && date < earliest) earliest = date;
    }
  return earliest;
}

/**
 * The designation of an entry, from its regulations.
 *
 * Only a basic regulation with nothing older behind it shows when the entry was announced and came into force: an
 * amendment may have added the entry or only changed it, and the file does not say which. Its date is `amended`, and
 * the other two stay unknown.
 */
export function euDesignation(list: string, key: string, entity: EuElement, note: EuNote): Designation {
  const regulations = childrenOf(entity, 'regulation').map((regulation) => ({
    type: attribute(regulation, 'regulationType'),
    published: day(regulation, 'regulation@publicationDate', 'publicationDate', note),
    inForce: day(regulation, 'regulation@entryIntoForceDate', 'entryIntoForceDate', note),
    title: attribute(regulation, 'numberTitle'),
    programme: attribute(regulation, 'programme'),
    authority: authority(regulation, note),
    url: childrenOf(regulation, 'publicationUrl').map(textOf)[0] ?? null,
  }));
  const programmes = [...new Set(regulations.map((regulation) => regulation.programme))].filter(
    (programme) => programme !== '',
  );
  for (const programme of programmes)
    if (!MEASURES.has(programme))
      note(childrenOf(entity, 'regulation')[0]!, 'regulation@programme', programme, 'unknown-programme');
  const listed = listedSince(entity, note);
  const bound = [earliestCited(entity), listed ?? '9999-12-31'].sort()[0]!;
  const basic = regulations
    .filter((regulation) => regulation.type === 'regulation' && regulation.published !== null)
    .sort((a, b) => (a.published! < b.published! ? -1 : 1))[0];
  const first = basic && basic.published! <= bound ? basic : undefined;
  const later = regulations
    .filter((regulation) => regulation.type !== 'regulation')
    .map((regulation) => regulation.published)
    .filter((published) => published !== null)
    .sort();
  return {
    list,
    key,
    authority: [...new Set(regulations.map((regulation) => regulation.authority))].join('; '),
    programme: programmes.join('; ') || null,
    measures: [...new Set(programmes.flatMap((programme) => MEASURES.get(programme) ?? []))],
    legalBasis: [...new Set(regulations.map((regulation) => regulation.title))].join('; ') || null,
    reason: null,
    announced: first?.published ?? null,
    listed,
    inForce: first?.inForce ?? null,
    amended: later.at(-1) ?? null,
    ended: null,
    sourceUrl: regulations.at(-1)?.url ?? null,
  };
}

/** What an act says beyond the designation: when it took effect, and its page where there are several. */
export function addActs(draft: EntityDraft, entity: EuElement): void {
  const regulations = childrenOf(entity, 'regulation');
  for (const regulation of regulations) {
    const dates = [
      ['published', attribute(regulation, 'publicationDate')],
      ['in force', attribute(regulation, 'entryIntoForceDate')],
    ]
      .filter(([, date]) => date !== '')
      .map((said) => said.join(' '));
    const type = attribute(regulation, 'regulationType');
    if (type !== 'regulation' && dates.length > 0)
      draft.property('notes', `${type} ${attribute(regulation, 'numberTitle')}: ${dates.join(', ')}`);
    if (regulations.length > 1)
      for (const page of childrenOf(regulation, 'publicationUrl')) draft.property('sourceUrl', textOf(page));
  }
}

function authority(regulation: EuElement, note: EuNote): string {
  const type = attribute(regulation, 'organisationType');
  const known = AUTHORITIES.get(type);
  if (known === undefined && type !== '')
    note(regulation, 'regulation@organisationType', type, 'unknown-organisation');
  return known ?? 'European Union';
}
