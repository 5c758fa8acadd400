import { createHash } from 'node:crypto';
import { carriedLists } from '../lists/carried.ts';
import { KR_LIST, type KrContent } from '../lists/kr-curated.ts';
import type { ListContent } from '../lists/reader.ts';
import type { CompileList } from '../snapshot/compile.ts';
import { compareText } from '../snapshot/join-entities.ts';

/** One list ready for the compiler: what a reader made of one version of it. */
export interface ReadList {
  readonly slug: string;
  readonly version: string | null;
  /** sha256 of the decompressed bytes of its files. */
  readonly hash: string;
  readonly excerpt: boolean;
  readonly content: ListContent;
}

/** The compiler's view of read lists, in the catalogue's order (own lists after, by slug). */
export function toCompile(lists: readonly ReadList[], order: readonly string[]): CompileList[] {
  const rank = (slug: string): number => (order.includes(slug) ? order.indexOf(slug) : order.length);
  return [...lists]
    .sort((a, b) => rank(a.slug) - rank(b.slug) || compareText(a.slug, b.slug))
    .map(({ slug, version, hash, excerpt, content }) => {
      const values = { mapped: 0, noted: 0, ignored: 0 };
      for (const count of Object.values(content.fields)) {
        values.mapped += count.mapped;
        values.noted += count.noted;
        values.ignored += count.ignored;
      }
      return {
        slug,
        version,
        hash,
        excerpt,
        incomplete: incompleteness(slug, content),
        entities: content.entities,
        notes: content.notes,
        values,
      };
    });
}

/** What a list is known to lack, in one sentence for every answer; null for a whole list. */
function incompleteness(slug: string, content: ListContent): string | null {
  if (slug !== KR_LIST) return null;
  const { announced, recorded, complete, rounds } = (content as KrContent).completeness;
  if (complete) return null;
  const total = (counts: typeof announced): number => counts.persons + counts.organizations + counts.vessels;
  return (
    `${total(recorded)} of ${total(announced)} parties announced in ${rounds.length} recorded rounds are named; ` +
    'other rounds are not recorded'
  );
}

/** The lists that the package carries, ready to compile. Their hash is that of their content here. */
export function carriedReadLists(): ReadList[] {
  return carriedLists().map(({ slug, date, excerpt, content }) => ({
    slug,
    version: date,
    hash: createHash('sha256').update(JSON.stringify(content.entities)).digest('hex'),
    excerpt,
    content,
  }));
}
