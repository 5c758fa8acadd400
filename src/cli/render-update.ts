import type { ListOutcome, UpdateReport } from '../engine/update.ts';
import type { Style } from './style.ts';
import { renderTable } from './table.ts';
import { printable } from './width.ts';

const MEGABYTE = 1_000_000;

/** What an update did, for people: each list's outcome, files passed over, the snapshot now in use. */
export function renderUpdate(report: UpdateReport, style: Style): string {
  const { header } = report;
  const change =
    report.previous === report.snapshot
      ? ', as before'
      : report.previous === null
        ? ''
        : `, before it ${report.previous.slice(0, 12)}`;
  return [
    outcomes(report.lists, style),
    reasons(report.lists, style),
    skipped(
      'Chosen',
      report.lists.flatMap((one) => one.paths.map((path) => ({ path, reason: one.slug }))),
    ),
    skipped('Passed over', report.passedOver),
    skipped('Not recognised', report.unrecognised),
    report.refusedJoins.length === 0
      ? ''
      : `${report.refusedJoins.length} entries with a number in common were kept apart (--json names them).\n`,
    `snapshot ${report.snapshot}${change}\n${header.entities} entities, ${header.names} names, ${(report.bytes / MEGABYTE).toFixed(1)} MB\n`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function outcomes(lists: readonly ListOutcome[], style: Style): string {
  if (lists.length === 0) return '';
  return renderTable(
    [
      { title: 'LIST', min: 12, max: 28 },
      { title: 'OUTCOME', min: 9, max: 9 },
      { title: 'VERSION', min: 10, max: 10 },
      { title: 'ENTRIES', min: 7, max: 9, right: true },
      { title: 'NOTES', min: 5, max: 9, right: true },
    ],
    lists.map((one) => [
      { text: one.slug },
      {
        text: one.outcome,
        style:
          one.outcome === 'refused'
            ? (text: string) => style.alarm(style.bold(text))
            : (text: string) => text,
      },
      { text: one.version ?? 'unknown' },
      { text: one.entries === 0 ? '' : String(one.entries) },
      { text: one.entries === 0 ? '' : String(one.notes) },
    ]),
    style.width,
    style.dim,
  );
}

function reasons(lists: readonly ListOutcome[], style: Style): string {
  return lists
    .filter((one) => one.reason !== null)
    .map((one) => {
      const text = printable(`${one.slug} ${one.outcome}: ${one.reason}`);
      return `${one.outcome === 'refused' ? style.alarm(text) : text}\n`;
    })
    .join('');
}

function skipped(
  title: string,
  files: readonly { readonly path: string; readonly reason: string }[],
): string {
  return files.length === 0
    ? ''
    : `${title}\n${files.map((one) => `  ${printable(`${one.path}: ${one.reason}`)}\n`).join('')}`;
}
