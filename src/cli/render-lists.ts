import type { ListStatus, SnapshotStatement } from '../engine/answer.ts';
import type { Style } from './style.ts';
import { renderTable } from './table.ts';
import { printable, wrap } from './width.ts';

/** Whether a list is fresh, in words. */
export function listState(list: ListStatus): string {
  if (list.failed !== null) return `failed: ${list.failed}`;
  if (list.excerpt) return 'excerpt only';
  if (!list.stale) return 'fresh';
  return list.age_days === null ? 'stale: no check known' : 'stale';
}

/** The line that stands first when the lists searched are not whole or not fresh; empty when they are. */
export function warning(snapshot: SnapshotStatement, style: Style): string {
  const lists = Object.entries(snapshot.lists);
  const parts: string[] = [];
  if (snapshot.carried)
    parts.push(
      'only the small data that the package carries were searched, not the full lists; run `cordon update`',
    );
  const failed = lists.filter(([, list]) => list.failed !== null).map(([slug]) => slug);
  if (failed.length > 0)
    parts.push(`the newest version of ${failed.join(', ')} was refused, an older one was searched`);
  const stale = lists
    .filter(([, list]) => list.stale && list.failed === null)
    .map(([slug, list]) => `${slug}${list.age_days === null ? '' : ` (${days(list.age_days)})`}`);
  if (!snapshot.carried && stale.length > 0) parts.push(`not checked lately: ${stale.join(', ')}`);
  if (parts.length === 0) return '';
  const text = wrap(`WARNING: ${parts.join('; ')}.`, style.width).join('\n');
  return `${style.alarm(style.bold(text))}\n`;
}

export function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** Each list searched with its version and age. */
export function listTable(snapshot: SnapshotStatement, style: Style): string {
  return renderTable(
    [
      { title: 'LIST', min: 10, max: 28 },
      { title: 'VERSION', min: 10, max: 12 },
      { title: 'CHECKED', min: 8, max: 14 },
      { title: 'STATE', min: 10, max: 80 },
    ],
    Object.entries(snapshot.lists).map(([slug, list]) => [
      { text: slug },
      { text: list.version ?? 'unknown' },
      {
        text: list.age_days === null ? 'never' : list.age_days === 0 ? 'today' : `${days(list.age_days)} ago`,
      },
      { text: listState(list) },
    ]),
    style.width,
    style.dim,
  );
}

/** `slug: not loaded`, perhaps with a remark in brackets. */
const NOT_LOADED = /^(\S+): (not loaded.*)$/;

/** What was not searched; lists that are not loaded for one reason stand in one line. */
export function notSearchedLines(lines: readonly string[], style: Style): string {
  if (lines.length === 0) return '';
  const absent = new Map<string, string[]>();
  const other: string[] = [];
  for (const line of lines) {
    const [, slug, reason] = NOT_LOADED.exec(line) ?? [];
    if (slug === undefined || reason === undefined) other.push(line);
    else absent.set(reason, [...(absent.get(reason) ?? []), slug]);
  }
  const all = [...other, ...[...absent].map(([reason, slugs]) => `${reason}: ${slugs.join(', ')}`)];
  const text = all.flatMap((line) =>
    wrap(printable(line), style.width - 4).map((part, at) => `${at === 0 ? '  - ' : '    '}${part}\n`),
  );
  return `Not searched:\n${text.join('')}`;
}
