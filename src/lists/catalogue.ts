import { CordonError } from '../errors.ts';
import { readTable } from '../facts/table.ts';
import type { ListFormat } from './recognise.ts';

/** One official list as the catalogue knows it. */
export interface CatalogueEntry {
  readonly slug: string;
  readonly title: string;
  readonly publisher: string;
  /** What being on the list means, in words. */
  readonly kind: string;
  /** Entries below which a version is refused. */
  readonly minimum: number;
  /** Days without a successful check after which every answer says so. */
  readonly staleDays: number;
  /** Whether this version of Cordon reads it. */
  readonly hasReader: boolean;
  /** Where it is fetched, `{token}` to be filled in; null when it is not. */
  readonly url: string | null;
  readonly format: ListFormat | null;
}

/** What a user's file may change of a list: `{ "eu_fsf": { "url": …, "token": …, "minimum": …, "staleDays": … } }`. */
export type CatalogueOverrides = Readonly<
  Record<
    string,
    { readonly url?: string; readonly token?: string; readonly minimum?: number; readonly staleDays?: number }
  >
>;

/** The catalogue in its order. Errors: `list-unknown` for an override of a list that is not in it. */
export function loadCatalogue(overrides: CatalogueOverrides = {}): CatalogueEntry[] {
  const sources = new Map(readTable('lists/sources.tsv').map((row) => [row.slug!, row]));
  const entries = readTable('lists/catalogue.tsv').map((row): CatalogueEntry => {
    const slug = row.slug!;
    const own = overrides[slug] ?? {};
    const source = sources.get(slug);
    const url = own.url ?? source?.url ?? null;
    const token = own.token ?? source?.token ?? '';
    return {
      slug,
      title: row.title!,
      publisher: row.publisher!,
      kind: row.kind!,
      minimum: own.minimum ?? Number(row.minimum),
      staleDays: own.staleDays ?? Number(row.stale_days),
      hasReader: row.reader === 'yes',
      url: url === null ? null : url.replace('{token}', encodeURIComponent(token)),
      format: (source?.format as ListFormat | undefined) ?? null,
    };
  });
  for (const slug of Object.keys(overrides))
    if (!entries.some((entry) => entry.slug === slug))
      throw new CordonError('list-unknown', `no list ${slug} in the catalogue`);
  return entries;
}
