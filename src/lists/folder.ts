import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CordonError } from '../errors.ts';
import { diskFile, headOf } from './list-file.ts';
import type { ListFile } from './reader.ts';
import { type CsvRole, HEAD_BYTES, type ListFormat, recognise } from './recognise.ts';

/** One version of a list found in a folder. */
export interface FoundList {
  readonly slug: string;
  readonly format: ListFormat;
  /** `YYYY-MM-DD` (day or month unknown: the first), null when nothing tells. */
  readonly date: string | null;
  readonly files: readonly ListFile[];
  /** Paths of the files, for people. */
  readonly paths: readonly string[];
  /** Side files of a legacy set that are not there. */
  readonly missing: readonly CsvRole[];
}

/** A file or version that is not used, with the reason. */
export interface PassedOver {
  readonly path: string;
  readonly reason: string;
}

export interface FolderChoice {
  readonly chosen: readonly FoundList[];
  readonly passedOver: readonly PassedOver[];
  readonly unrecognised: readonly PassedOver[];
}

const FORMAT_RANK: readonly ListFormat[] = ['ofac-xml', 'un-xml', 'eu-xml-1.1', 'uk-xml', 'ofac-csv'];
const SIDE_ROLES: readonly CsvRole[] = ['alt', 'add', 'comments'];

/**
 * Walks a folder, recognises its files by content, and chooses one version of each list: the newest; of one date the
 * better format; a dated one before an undated one. Errors: `list-ambiguous` when two undated versions of a list are
 * all there is; the file system's.
 */
export async function chooseLists(folder: string): Promise<FolderChoice> {
  const unrecognised: PassedOver[] = [];
  const found: FoundList[] = [];
  const parts = new Map<string, Map<CsvRole, string>>();
  for (const path of walk(folder)) {
    const file = diskFile(path);
    const what = recognise(file.name, await headOf(file, HEAD_BYTES));
    if (what.kind === 'unknown') unrecognised.push({ path, reason: what.reason });
    else if (what.kind === 'csv-part') {
      const key = `${dirname(path)}\n${what.slug}`;
      const set = parts.get(key) ?? new Map<CsvRole, string>();
      if (set.has(what.role)) unrecognised.push({ path, reason: `${set.get(what.role)} is already the ${what.role} file of this folder` });
      else set.set(what.role, path);
      parts.set(key, set);
    } else
      found.push({
        slug: what.slug,
        format: what.format,
        date: what.date ?? dateFromPath(path),
        files: [file],
        paths: [path],
        missing: [],
      });
  }
  for (const [key, set] of parts) {
    const slug = key.slice(key.indexOf('\n') + 1);
    const primary = set.get('primary');
    if (primary === undefined) {
      for (const path of set.values())
        unrecognised.push({ path, reason: `without its primary file this is no set of ${slug}` });
      continue;
    }
    const paths = [primary, ...SIDE_ROLES.map((role) => set.get(role)).filter((path) => path !== undefined)];
    found.push({
      slug,
      format: 'ofac-csv',
      date: dateFromPath(primary),
      files: paths.map(diskFile),
      paths,
      missing: SIDE_ROLES.filter((role) => !set.has(role)),
    });
  }
  return { ...newest(found), unrecognised };
}

function newest(found: readonly FoundList[]): { chosen: FoundList[]; passedOver: PassedOver[] } {
  const chosen: FoundList[] = [];
  const passedOver: PassedOver[] = [];
  for (const slug of [...new Set(found.map((list) => list.slug))].sort()) {
    const versions = found
      .filter((list) => list.slug === slug)
      .sort((a, b) => compareVersions(a, b) || (a.paths[0]! < b.paths[0]! ? -1 : 1));
    const [best, second] = versions as [FoundList, FoundList | undefined];
    if (best.date === null && second !== undefined)
      throw new CordonError('list-ambiguous', `${slug}: neither ${best.paths[0]} nor ${second.paths[0]} has a date`);
    chosen.push(best);
    for (const other of versions.slice(1))
      for (const path of other.paths)
        passedOver.push({ path, reason: `${best.paths[0]} is ${other.date === best.date ? 'in the better format or first by name' : 'newer'}` });
  }
  return { chosen, passedOver };
}

/** Newest first, undated last, then the better format. */
function compareVersions(a: FoundList, b: FoundList): number {
  const byDate = (b.date ?? '') < (a.date ?? '') ? -1 : (b.date ?? '') > (a.date ?? '') ? 1 : 0;
  return byDate || FORMAT_RANK.indexOf(a.format) - FORMAT_RANK.indexOf(b.format);
}

function* walk(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* walk(path);
    else yield path;
  }
}

/** A date in a file's name, else in its folder's: 2026-02-27, 20260227, 2026-02. */
export function dateFromPath(path: string): string | null {
  return dateIn(basename(path)) ?? dateIn(basename(dirname(path)));
}

function dateIn(name: string): string | null {
  const m = /(?<!\d)((?:19|20)\d{2})(?:-(\d{2})(?:-(\d{2}))?|(\d{2})(\d{2}))(?!\d)/.exec(name);
  if (!m) return null;
  const month = m[2] ?? m[4]!;
  const day = m[3] ?? m[5] ?? '01';
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 ? `${m[1]}-${month}-${day}` : null;
}
