import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ofacCsv } from '../../src/lists/ofac-csv.ts';
import { OFAC_COLUMNS } from '../../src/lists/ofac-csv-fields.ts';
import type { ListContent } from '../../src/lists/reader.ts';
import { diskFile } from './list-file.ts';

const LISTS = process.env.CORDON_LISTS ?? '../shared/lists';

function count(content: ListContent, code: string): number {
  return content.notes.filter((note) => note.code === code).length;
}

/** Share of the parts of Remarks that no label or pattern of the table meets. */
const UNLABELLED = 0.005;

describe.each([
  ['current SDN', 'current', ['sdn', 'alt', 'add'], 'us_ofac_sdn', 18_758, 490, 0],
  [
    'current consolidated',
    'current',
    ['cons_prim', 'cons_alt', 'cons_add', 'cons_comments'],
    'us_ofac_cons',
    442,
    0,
    0,
  ],
  ['SDN of January 2022', 'us-ofac/sdn-2022-01', ['sdn', 'alt', 'add'], 'us_ofac_sdn', 9044, 1, 1],
] as const)('the real %s', (_, folder, names, slug, entries, orphans, duplicates) => {
  const files = names.map((name) => diskFile(`${LISTS}/${folder}/${name}.csv`));
  const present = names.every((name) => existsSync(`${LISTS}/${folder}/${name}.csv`));

  test.skipIf(!present)(
    'is read whole, with every row, cell and part of the remarks accounted for',
    async () => {
      const content = await ofacCsv.read(files, slug);
      expect(content.entities).toHaveLength(entries);
      expect(new Set(content.entities.map(({ id }) => id)).size).toBe(entries);
      expect(count(content, 'orphan-row')).toBe(orphans);
      expect(count(content, 'duplicate-uid')).toBe(duplicates);
      // An independent count: every cell of the raw files that is not null, by column.
      const raw = new Map<string, number>();
      for (const name of names) {
        const role = name.replace('cons_', '') as 'sdn' | 'prim' | 'alt' | 'add' | 'comments';
        const columns = OFAC_COLUMNS[role === 'sdn' || role === 'prim' ? 'primary' : role];
        for (const row of readFileSync(`${LISTS}/${folder}/${name}.csv`, 'utf8').matchAll(/^\d+,.*$/gm))
          for (const [i, cell] of [...row[0].trimEnd().matchAll(/(?<=^|,)(?:"[^"]*"|[^,]*)/g)].entries())
            if (!/^"?(?:-0- ?| *)"?$/.test(cell[0])) raw.set(columns[i]!, (raw.get(columns[i]!) ?? 0) + 1);
      }
      for (const [column, cells] of raw) {
        if (column === 'Remarks' || column === 'comments') continue;
        const { mapped, noted, ignored } = content.fields[column]!;
        expect([column, mapped + noted + ignored]).toEqual([column, cells]);
      }
      // Every name of every row and of every quoted alias is a name of an entity, save those of orphans.
      const names_ = content.entities.reduce((sum, { names: all }) => sum + all.length, 0);
      const aliases = (label: string) => content.fields[`Remarks/${label}`]?.mapped ?? 0;
      const orphanAliases = content.notes.filter(
        ({ code, file }) => code === 'orphan-row' && file.includes('alt'),
      ).length;
      expect(names_).toBe(
        entries +
          raw.get('alt_name')! -
          orphanAliases +
          ['a.k.a.', 'f.k.a.', 'n.k.a.', 'd.b.a.'].reduce((n, l) => n + aliases(l), 0),
      );
      if (entries === 18_758) expect(orphanAliases).toBe(118);
      let parts = 0;
      for (const [field, { mapped, noted }] of Object.entries(content.fields))
        if (field.startsWith('Remarks/')) parts += mapped + noted;
      expect(parts).toBeGreaterThan(entries);
      expect(count(content, 'unmapped-remark') / parts).toBeLessThan(UNLABELLED);
    },
  );
});
