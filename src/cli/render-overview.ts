import type { ListOverview, ListsOverview } from './list-overview.ts';
import { days, listState, warning } from './render-lists.ts';
import type { Style } from './style.ts';
import { renderTable } from './table.ts';
import { printable, wrap } from './width.ts';

/** Digits of a list's hash that people see; `--json` has all. */
const SHORT_HASH = 12;

/** `cordon lists` for people. */
export function renderOverview(overview: ListsOverview, style: Style): string {
  const { snapshot } = overview;
  return [
    `${warning(snapshot, style)}home      ${overview.home}\nsnapshot  ${snapshot.id}${snapshot.carried ? ' (carried by the package)' : ''}\n` +
      (overview.verified ? 'verified  its content has this sha256, every block its checksum\n' : ''),
    table(overview.lists, style),
    remarks(overview, style),
    otherSnapshots(overview),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function table(lists: readonly ListOverview[], style: Style): string {
  return renderTable(
    [
      { title: 'LIST', min: 12, max: 28 },
      { title: 'ENTRIES', min: 7, max: 9, right: true },
      { title: 'PUBLISHED', min: 10, max: 10 },
      { title: 'CHECKED', min: 10, max: 10 },
      { title: 'AGE', min: 4, max: 9 },
      { title: 'HASH', min: 8, max: SHORT_HASH },
      { title: 'NOTES', min: 5, max: 8, right: true },
      { title: 'STATE', min: 8, max: 60 },
    ],
    lists.map((list) => [
      { text: list.slug },
      { text: String(list.total) },
      { text: list.version ?? 'unknown' },
      { text: list.checked?.slice(0, 10) ?? 'never' },
      { text: list.age_days === null ? '' : days(list.age_days) },
      { text: list.hash.slice(0, SHORT_HASH) },
      { text: String(list.notes) },
      {
        text: listState({ ...statusOf(list) }),
        style: list.failed !== null ? style.alarm : list.stale ? style.caution : (text: string) => text,
      },
    ]),
    style.width,
    style.dim,
  );
}

function statusOf({
  version,
  age_days,
  stale,
  failed,
  excerpt,
}: ListOverview): Parameters<typeof listState>[0] {
  return { version, age_days, stale, failed, ...(excerpt ? { excerpt: true as const } : {}) };
}

/** What each list holds, what it lacks, and which lists are not there. */
function remarks(overview: ListsOverview, style: Style): string {
  const lines: string[] = [];
  for (const list of overview.lists) {
    const entries = Object.entries(list.entries).map(([schema, count]) => `${count} ${schema}`);
    const { mapped, noted, ignored } = list.values;
    lines.push(
      `${list.slug}: ${list.title === null ? '' : `${list.title}. `}${entries.join(', ')}. Values: ${mapped} mapped, ${noted} noted, ${ignored} ignored.`,
    );
    if (list.kind !== null && list.kind !== '') lines.push(`  Being on it means: ${list.kind}`);
    if (list.failed !== null) lines.push(`  FAILED: ${list.failed}`);
    if (list.incomplete !== null) lines.push(`  Incomplete: ${list.incomplete}`);
  }
  for (const one of overview.absent)
    lines.push(
      `${one.slug}: not loaded${one.reader ? '' : ' (no reader yet)'}${one.failed === null ? '' : `. FAILED: ${one.failed}`}`,
    );
  return lines.map((line) => `${fold(printable(line), style.width)}\n`).join('');
}

function fold(line: string, width: number): string {
  const blanks = /^ */.exec(line)![0];
  return wrap(line, width - blanks.length - 2)
    .map((part, at) => blanks + (at === 0 ? '' : '  ') + part)
    .join('\n');
}

function otherSnapshots(overview: ListsOverview): string {
  const others = overview.snapshots.filter((id) => id !== overview.snapshot.id);
  return others.length === 0
    ? ''
    : `Other snapshots in this home\n${others.map((id) => `  ${id}\n`).join('')}`;
}
