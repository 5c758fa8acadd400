import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CordonError } from '../errors.ts';
import { type CatalogueEntry, type CatalogueOverrides, loadCatalogue } from '../lists/catalogue.ts';
import { type FetchOptions, fetchTo } from '../lists/fetch.ts';
import { chooseLists, dateFromPath, type FoundList, type PassedOver } from '../lists/folder.ts';
import { diskFile, hashFiles, headOf } from '../lists/list-file.ts';
import type { ListFile } from '../lists/reader.ts';
import { readerOf } from '../lists/readers.ts';
import { HEAD_BYTES, recognise } from '../lists/recognise.ts';
import { type HeldSource, heldSource, keepSource } from '../lists/sources.ts';
import { compileSnapshot } from '../snapshot/compile.ts';
import type { SnapshotHeader } from '../snapshot/header.ts';
import type { RefusedJoin } from '../snapshot/join-entities.ts';
import { carriedReadLists, type ReadList, toCompile } from './compile-lists.ts';
import { type HomeState, openHome } from './home.ts';

export interface UpdateOptions {
  readonly home: string;
  /** Read lists from this folder instead of fetching them. */
  readonly from?: string;
  /** Only these lists are read or fetched; held versions of others stay. */
  readonly lists?: readonly string[];
  /** Drops every list that was not found this time. */
  readonly only?: boolean;
  /** Own lists: slug → file (FollowTheMoney JSON lines, CSV or JSONL). */
  readonly own?: Readonly<Record<string, string>>;
  readonly catalogue?: CatalogueOverrides;
  readonly fetch?: FetchOptions;
  /** Told what is being done, for a progress line. */
  readonly progress?: (line: string) => void;
}

export interface ListOutcome {
  readonly slug: string;
  readonly outcome: 'new' | 'unchanged' | 'held' | 'dropped' | 'refused';
  readonly version: string | null;
  readonly paths: readonly string[];
  readonly reason: string | null;
  readonly entries: number;
  readonly notes: number;
}

export interface UpdateReport {
  /** Id of the snapshot now in use; null when there was nothing to compile. */
  readonly snapshot: string;
  readonly previous: string | null;
  readonly header: SnapshotHeader;
  readonly bytes: number;
  readonly lists: readonly ListOutcome[];
  readonly passedOver: readonly PassedOver[];
  readonly unrecognised: readonly PassedOver[];
  readonly refusedJoins: readonly RefusedJoin[];
}

/** A version that may be taken over. */
interface Offer {
  readonly slug: string;
  readonly format: HeldSource['format'];
  readonly date: string | null;
  readonly files: readonly ListFile[];
  readonly paths: readonly string[];
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** A slug of an own list: letters, digits and underscores, so that ids and folders are safe. */
const SLUG = /^[a-z0-9][a-z0-9_]{1,63}$/;

/**
 * Fetches the official lists, or reads them from a folder, checks each (whole, equal to the publisher's own count,
 * above the catalogue's minimum), compiles a snapshot of all that is held and switches to it. A refused list keeps its
 * held version and is recorded as failed. Errors: `list-unknown`, `list-ambiguous`, the file system's; refusals of
 * single lists are in the report instead.
 */
export async function update(options: UpdateOptions): Promise<UpdateReport> {
  const home = openHome(options.home);
  const catalogue = loadCatalogue(options.catalogue);
  const wanted = wantedSlugs(options, catalogue);
  const state = home.state();
  const now = new Date().toISOString();
  const outcomes: ListOutcome[] = [];
  const read = new Map<string, ReadList>();
  const next: MutableState = {
    checked: { ...state.checked },
    fetched: { ...state.fetched },
    failed: { ...state.failed },
    held: { ...state.held },
  };

  const refuse = (slug: string, error: unknown, paths: readonly string[]): void => {
    if (!(error instanceof CordonError)) throw error;
    next.failed[slug] = { reason: error.message, when: now };
    outcomes.push({
      slug,
      outcome: 'refused',
      version: null,
      paths,
      reason: error.message,
      entries: 0,
      notes: 0,
    });
  };

  const offers: Offer[] = [];
  let passedOver: readonly PassedOver[] = [];
  let unrecognised: readonly PassedOver[] = [];
  if (options.from !== undefined) {
    const choice = await chooseLists(options.from, wanted);
    offers.push(...choice.chosen.filter((found) => wanted.has(found.slug)).map(offerOf));
    ({ passedOver, unrecognised } = choice);
  } else if (options.own === undefined || options.lists !== undefined) {
    for (const entry of catalogue) {
      if (!wanted.has(entry.slug) || entry.url === null) continue;
      try {
        const offer = await fetched(entry, options, state);
        if (offer) offers.push(offer);
        else {
          next.checked[entry.slug] = now;
          delete next.failed[entry.slug];
          outcomes.push({
            slug: entry.slug,
            outcome: 'unchanged',
            version: state.held[entry.slug]?.date ?? null,
            paths: [],
            reason: 'the publisher says it did not change',
            entries: 0,
            notes: 0,
          });
        }
      } catch (error) {
        refuse(entry.slug, error, []);
      }
    }
  }
  for (const [slug, path] of Object.entries(options.own ?? {})) offers.push(await ownOffer(slug, path));

  for (const offer of offers) {
    try {
      const entry = catalogue.find((one) => one.slug === offer.slug);
      options.progress?.(`reading ${offer.slug}`);
      const list = await readOffer(offer, entry);
      await keepSource(options.home, sourceOf(offer, list), offer.files);
      const same = state.held[offer.slug]?.hash === list.hash;
      read.set(offer.slug, list);
      next.held[offer.slug] = { hash: list.hash, date: list.version };
      next.checked[offer.slug] = now;
      if (!same) next.fetched[offer.slug] = now;
      delete next.failed[offer.slug];
      outcomes.push({
        slug: offer.slug,
        outcome: same ? 'unchanged' : 'new',
        version: list.version,
        paths: offer.paths,
        reason: null,
        entries: list.content.entities.length,
        notes: list.content.notes.length,
      });
    } catch (error) {
      refuse(offer.slug, error, offer.paths);
    }
  }

  for (const [slug, held] of Object.entries(state.held)) {
    if (read.has(slug)) continue;
    if (options.only === true && !outcomes.some((one) => one.slug === slug)) {
      delete next.held[slug];
      delete next.checked[slug];
      outcomes.push({
        slug,
        outcome: 'dropped',
        version: held.date,
        paths: [],
        reason: 'not found this time (--only)',
        entries: 0,
        notes: 0,
      });
      continue;
    }
    options.progress?.(`reading the held version of ${slug}`);
    const list = await readHeld(options.home, slug, held.hash);
    read.set(slug, list);
    if (!outcomes.some((one) => one.slug === slug))
      outcomes.push({
        slug,
        outcome: 'held',
        version: list.version,
        paths: [],
        reason: null,
        entries: list.content.entities.length,
        notes: list.content.notes.length,
      });
  }
  // The curated list has no publisher to ask: it is as fresh as the package that was run.
  for (const list of carriedReadLists())
    if (!list.excerpt) {
      read.set(list.slug, list);
      next.checked[list.slug] = now;
    }

  options.progress?.('compiling');
  const order = catalogue.map((entry) => entry.slug);
  const { pieces, header, refused } = compileSnapshot(toCompile([...read.values()], order));
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of pieces) {
    hash.update(piece);
    bytes += piece.length;
  }
  const id = hash.digest('hex');
  const previous = home.currentId();
  home.addSnapshot(id, pieces);
  home.snapshot(id).verify();
  home.switchTo(id);
  home.writeState(next);
  rmSync(join(options.home, 'incoming'), { recursive: true, force: true });
  return {
    snapshot: id,
    previous,
    header,
    bytes,
    lists: outcomes,
    passedOver,
    unrecognised,
    refusedJoins: refused,
  };
}

type MutableState = { -readonly [K in keyof HomeState]: HomeState[K] };

function wantedSlugs(options: UpdateOptions, catalogue: readonly CatalogueEntry[]): Set<string> {
  if (!options.lists) return new Set(catalogue.map((entry) => entry.slug));
  for (const slug of options.lists) {
    const entry = catalogue.find((one) => one.slug === slug);
    if (!entry) throw new CordonError('list-unknown', `no list "${slug}" in the catalogue`);
    if (!entry.hasReader) throw new CordonError('list-unknown', `${slug} has no reader yet`);
  }
  return new Set(options.lists);
}

function offerOf(found: FoundList): Offer {
  return { ...found, etag: null, lastModified: null };
}

async function fetched(
  entry: CatalogueEntry,
  options: UpdateOptions,
  state: HomeState,
): Promise<Offer | null> {
  const held = state.held[entry.slug];
  const before = held ? heldSource(options.home, entry.slug, held.hash).source : null;
  const name = basename(new URL(entry.url!).pathname);
  const target = join(options.home, 'incoming', `${entry.slug}-${name === 'content' ? 'list.xml' : name}`);
  const result = await fetchTo(entry.slug, entry.url!, target, {
    ...options.fetch,
    ...(before?.etag ? { etag: before.etag } : {}),
    ...(before?.lastModified ? { lastModified: before.lastModified } : {}),
    progress: (bytes, total) =>
      options.progress?.(`fetching ${entry.slug}: ${bytes}${total === null ? '' : ` of ${total}`} bytes`),
  });
  if (result.status === 'unchanged') return null;
  const file = diskFile(target);
  const what = recognise(file.name, await headOf(file, HEAD_BYTES));
  if (what.kind !== 'list' || what.slug !== entry.slug)
    throw new CordonError(
      'fetch-failed',
      `${entry.slug}: what came is ${what.kind === 'unknown' ? what.reason : `the list ${what.slug}`}`,
    );
  return {
    slug: entry.slug,
    format: what.format,
    date: what.date,
    files: [file],
    paths: [entry.url!.replace(/\?.*$/, '')],
    etag: result.etag,
    lastModified: result.lastModified,
  };
}

async function ownOffer(slug: string, path: string): Promise<Offer> {
  if (!SLUG.test(slug))
    throw new CordonError('usage', `own list name "${slug}" is not letters, digits and underscores`);
  if (loadCatalogue().some((entry) => entry.slug === slug))
    throw new CordonError('usage', `${slug} is an official list's name`);
  return {
    slug,
    format: 'own',
    date: dateFromPath(path),
    files: [diskFile(path)],
    paths: [path],
    etag: null,
    lastModified: null,
  };
}

async function readOffer(offer: Offer, entry: CatalogueEntry | undefined): Promise<ReadList> {
  const reader = await readerOf(offer.format);
  const content = await reader.read(offer.files, offer.slug);
  const count = content.entities.length;
  if (content.recordCount !== null && content.recordCount !== count)
    throw new CordonError(
      'list-malformed',
      `${offer.paths[0]}: ${count} entries where the publisher counts ${content.recordCount}`,
    );
  if (entry && count < entry.minimum)
    throw new CordonError(
      'list-too-small',
      `${offer.paths[0]}: ${count} entries of ${offer.slug}, fewer than ${entry.minimum}`,
    );
  return {
    slug: offer.slug,
    version: content.date ?? offer.date,
    hash: await hashFiles(offer.files),
    excerpt: false,
    content,
  };
}

function sourceOf(offer: Offer, list: ReadList): HeldSource {
  return {
    slug: offer.slug,
    hash: list.hash,
    format: offer.format,
    date: list.version,
    etag: offer.etag,
    lastModified: offer.lastModified,
  };
}

async function readHeld(home: string, slug: string, hash: string): Promise<ReadList> {
  const { source, files } = heldSource(home, slug, hash);
  const reader = await readerOf(source.format);
  return { slug, version: source.date, hash, excerpt: false, content: await reader.read(files, slug) };
}
