import { readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CordonError } from '../errors.ts';
import { diskFile, hashFiles, headOf } from './list-file.ts';
import type { ListFile } from './reader.ts';
import { type CsvRole, HEAD_BYTES, type ListFormat, recognise } from './recognise.ts';
import { dateFromPath } from './version-date.ts';

export { dateFromPath };

/** One version of a list found in a folder. */
export interface FoundList {
  readonly slug: string;
  readonly format: ListFormat;
  /** `YYYY-MM-DD`, or `YYYY-MM` when a name tells no more; null when nothing tells. */
  readonly date: string | null;
  readonly files: readonly ListFile[];
  /** Paths of the files, for people. */
  readonly paths: readonly string[];
  /** Side files of a legacy set that are not there. */
  readonly missing: readonly CsvRole[];
}

/** A file that is not used, with the reason. */
export interface PassedOver {
  readonly path: string;
  readonly reason: string;
}

export interface FolderChoice {
  /** One version of each list found, by slug. */
  readonly chosen: readonly FoundList[];
  readonly passedOver: readonly PassedOver[];
  readonly unrecognised: readonly PassedOver[];
}

/** Better ones first, when two versions have one date: XML carries a count and the strength of aliases, CSV does not. */
const FORMAT_RANK: readonly ListFormat[] = ['ofac-xml', 'un-xml', 'eu-xml-1.1', 'uk-xml', 'ofac-csv'];
const SIDE_ROLES: readonly CsvRole[] = ['alt', 'add', 'comments'];

/**
 * Walks a folder, recognises its files by content, and chooses one version of each list: the newest; of one date the
 * better format; a dated one before an undated one. Copies of one version count once. Hidden files and folders (their
 * name starts with a dot: `.git`, a home folder) are not looked at.
 *
 * `wanted` leaves other lists aside, so that nothing about them can be an error. Errors: `list-ambiguous`, naming both,
 * when two different versions of a list are undated or are of one date and format; `usage` when the folder is none;
 * the file system's.
 */
export async function chooseLists(folder: string, wanted?: ReadonlySet<string>): Promise<FolderChoice> {
  const { lists, unrecognised } = await findLists(folder);
  const chosen: FoundList[] = [];
  const passedOver: PassedOver[] = [];
  for (const slug of [...new Set(lists.map((list) => list.slug))].sort()) {
    const versions = lists.filter((list) => list.slug === slug);
    if (wanted && !wanted.has(slug)) {
      passedOver.push(...because(versions, 'this list was not asked for'));
      continue;
    }
    const choice = await newest(versions);
    chosen.push(choice.best);
    passedOver.push(...choice.passedOver);
  }
  return { chosen, passedOver, unrecognised };
}

async function findLists(folder: string): Promise<{ lists: FoundList[]; unrecognised: PassedOver[] }> {
  const unrecognised: PassedOver[] = [];
  const lists: FoundList[] = [];
  const sets = new Map<string, Map<CsvRole, string>>();
  for (const { path, problem } of walk(folder, new Set())) {
    if (problem !== null) {
      unrecognised.push({ path, reason: problem });
      continue;
    }
    const file = diskFile(path);
    const what = recognise(file.name, await headOf(file, HEAD_BYTES));
    if (what.kind === 'unknown') unrecognised.push({ path, reason: what.reason });
    else if (what.kind === 'list')
      lists.push({
        slug: what.slug,
        format: what.format,
        date: what.date ?? dateFromPath(path),
        files: [file],
        paths: [path],
        missing: [],
      });
    else {
      const key = `${what.slug}\n${dirname(path)}`;
      const set = sets.get(key) ?? new Map<CsvRole, string>();
      sets.set(key, set);
      const before = set.get(what.role);
      if (before === undefined) set.set(what.role, path);
      // sdn.csv beside sdn.csv.gz: which of them belongs to the set cannot be known.
      else
        throw new CordonError(
          'list-ambiguous',
          `${what.slug}: both ${before} and ${path} are its ${what.role} file`,
        );
    }
  }
  for (const [key, set] of sets) {
    const slug = key.slice(0, key.indexOf('\n'));
    const primary = set.get('primary');
    if (primary !== undefined) lists.push(legacySet(slug, primary, set));
    else
      for (const path of set.values())
        unrecognised.push({ path, reason: `without its primary file this is no set of ${slug}` });
  }
  return { lists, unrecognised };
}

function legacySet(slug: string, primary: string, set: ReadonlyMap<CsvRole, string>): FoundList {
  const paths = [primary, ...SIDE_ROLES.flatMap((role) => set.get(role) ?? [])];
  return {
    slug,
    format: 'ofac-csv',
    date: dateFromPath(primary),
    files: paths.map(diskFile),
    paths,
    missing: SIDE_ROLES.filter((role) => !set.has(role)),
  };
}

async function newest(found: readonly FoundList[]): Promise<{ best: FoundList; passedOver: PassedOver[] }> {
  const versions = [...found].sort((a, b) => compareVersions(a, b) || (a.paths[0]! < b.paths[0]! ? -1 : 1));
  const best = versions[0]!;
  const passedOver: PassedOver[] = [];
  let hash: string | undefined;
  for (const other of versions.slice(1)) {
    const rivals = best.date === null || (other.date === best.date && other.format === best.format);
    if (!rivals) {
      const reason = other.date === best.date ? 'of the same date in the better format' : 'newer';
      passedOver.push(...because([other], `${best.paths[0]} is ${other.date === null ? 'dated' : reason}`));
      continue;
    }
    hash ??= await hashFiles(best.files);
    if ((await hashFiles(other.files)) !== hash) throw ambiguous(best, other);
    passedOver.push(...because([other], `the same as ${best.paths[0]}`));
  }
  return { best, passedOver };
}

function ambiguous(best: FoundList, other: FoundList): CordonError {
  const both = `${best.paths[0]} and ${other.paths[0]}`;
  const why = best.date === null ? 'have no date' : `are both of ${best.date}`;
  return new CordonError('list-ambiguous', `${best.slug}: ${both} differ and ${why}`);
}

function because(lists: readonly FoundList[], reason: string): PassedOver[] {
  return lists.flatMap((list) => list.paths.map((path) => ({ path, reason })));
}

/** Newest first (a month stands before its days), undated last, then the better format. */
function compareVersions(a: FoundList, b: FoundList): number {
  const [dateA, dateB] = [a.date ?? '', b.date ?? ''];
  if (dateA !== dateB) return dateA > dateB ? -1 : 1;
  return FORMAT_RANK.indexOf(a.format) - FORMAT_RANK.indexOf(b.format);
}

interface Walked {
  readonly path: string;
  /** Why it cannot be read; null for an ordinary file. */
  readonly problem: string | null;
}

/** Files under a folder in code-point order of their names; a folder reached twice through links is walked once. */
function* walk(folder: string, seen: Set<string>): Generator<Walked> {
  const real = realFolder(folder);
  if (seen.has(real)) return;
  seen.add(real);
  for (const name of readdirSync(real).sort()) {
    if (name.startsWith('.')) continue;
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) yield { path, problem: 'a link to nothing' };
    else if (stat.isDirectory()) yield* walk(path, seen);
    else yield { path, problem: stat.isFile() ? null : 'neither a file nor a folder' };
  }
}

function realFolder(folder: string): string {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) throw new CordonError('usage', `${folder} is not a folder`);
  return realpathSync(folder);
}
