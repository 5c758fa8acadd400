import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/facts/table.ts';
import { KR_FILES, KR_IGNORED, KR_LIST, readKrCurated } from '../../src/lists/kr-curated.ts';
import type { Entity } from '../../src/model/entity.ts';
import { faultsOf } from './entity-faults.ts';

const content = readKrCurated();
const byId = new Map(content.entities.map((entity) => [entity.id, entity]));
const round = (key: string) => content.completeness.rounds.find((r) => r.round === key)!;
const at = (key: string): Entity => byId.get(`${KR_LIST}-${key}`)!;

describe('the curated Korean list', () => {
  it('holds entities that are valid against the model, each with its own id', () => {
    expect(content.entities.flatMap(faultsOf)).toEqual([]);
    expect(byId.size).toBe(content.entities.length);
  });

  it('keeps keys that say the round and never repeat a place in it', () => {
    for (const row of readTable(KR_FILES[1]!)) expect(row.key).toMatch(new RegExp(`^${row.round}-\\d\\d$`));
  });

  it('records 4 ships, 5 organisations and 8 people of 27 June 2024, all in force from 1 July', () => {
    expect(round('20240627')).toEqual({
      round: '20240627',
      announced: '2024-06-27',
      inForce: '2024-07-01',
      announcedCounts: { persons: 8, organizations: 5, vessels: 4 },
      recordedCounts: { persons: 8, organizations: 5, vessels: 4 },
      complete: true,
    });
    const own = content.entities.filter((entity) => entity.id.includes('-20240627-'));
    expect(own.map((entity) => entity.designations[0]!.inForce)).toEqual(Array(17).fill('2024-07-01'));
    expect(own.map((entity) => entity.designations[0]!.announced)).toEqual(Array(17).fill('2024-06-27'));
  });

  it('never records more parties of a kind than the announcement counted', () => {
    for (const { announcedCounts: said, recordedCounts: found } of content.completeness.rounds) {
      expect(found.persons).toBeLessThanOrEqual(said.persons);
      expect(found.organizations).toBeLessThanOrEqual(said.organizations);
      expect(found.vessels).toBeLessThanOrEqual(said.vessels);
    }
  });

  it('says that it is incomplete, and in which rounds', () => {
    expect(content.completeness.complete).toBe(false);
    const gaps = content.completeness.rounds.filter((r) => !r.complete).map((r) => r.round);
    expect(gaps).toEqual([
      '20221014',
      '20221202',
      '20230220',
      '20230831',
      '20231227',
      '20240328',
      '20241217',
      '20241226',
    ]);
    expect(round('20231227').announcedCounts.persons - round('20231227').recordedCounts.persons).toBe(7);
    const { persons, organizations, vessels } = content.completeness.recorded;
    expect(persons + organizations + vessels).toBe(content.entities.length);
  });

  it('gives a day of effect only for the five rounds whose sources give one', () => {
    const inForce = content.completeness.rounds.filter((r) => r.inForce !== null);
    expect(inForce.map((r) => [r.announced, r.inForce])).toEqual([
      ['2024-04-02', '2024-04-03'],
      ['2024-06-27', '2024-07-01'],
      ['2024-07-18', '2024-07-19'],
      ['2024-11-01', '2024-11-06'],
      ['2024-12-17', '2024-12-19'],
    ]);
    for (const entity of content.entities) {
      const designation = entity.designations[0]!;
      expect(designation.inForce).toBe(round(designation.key.slice(0, 8)).inForce);
      expect([designation.listed, designation.amended, designation.ended]).toEqual([null, null, null]);
      expect([entity.birthDates, entity.deathDates]).toEqual([[], []]);
    }
  });

  it('states measures only where a source states them, and others for ships than for parties', () => {
    expect(at('20240627-04').designations[0]!.measures).toEqual(['Port entry by permission']);
    expect(at('20240627-09').designations[0]!.measures).toEqual([
      'Prior approval for financial and foreign-exchange dealings (Bank of Korea governor or Financial Services Commission)',
    ]);
    const others = content.entities.filter((entity) => !entity.id.includes('-20240627-'));
    expect(new Set(others.flatMap((entity) => entity.designations[0]!.measures))).toEqual(
      new Set(['Designation (measures not recorded here)']),
    );
  });

  it('flags every identifier from an unconfirmed report, and no other', () => {
    const flagged = content.entities
      .filter((entity) => entity.identifiers.some((id) => id.verified === false))
      .map((entity) => entity.identifiers[0]!.value);
    const tagged = readTable(KR_FILES[1]!).flatMap((row) =>
      [...row.identifiers!.matchAll(/:([^:;]+):M-/g)].map((found) => found[1]),
    );
    expect(tagged.length).toBe(9);
    expect(flagged).toEqual(tagged);
    expect(content.notes.filter((note) => note.code === 'unverified-identifier').map((n) => n.value)).toEqual(
      tagged,
    );
  });

  it('holds only well-formed ship numbers', () => {
    const ships = content.entities.flatMap((e) => e.identifiers.filter((id) => id.type === 'imoNumber'));
    expect(ships.length).toBe(19);
    expect(ships.filter((id) => id.valid !== true)).toEqual([]);
  });

  it('points to the same ship on the SDN list by uid', () => {
    expect(at('20240627-04').identifiers).toMatchObject([
      { type: 'imoNumber', value: '9085730' },
      { type: 'other', value: '24511', label: 'us_ofac_sdn' },
    ]);
  });

  it('marks as generated the Latin names made for it, and gives none where only Korean is known', () => {
    const generated = content.entities.filter((entity) => entity.names.some((name) => name.generated));
    expect(generated.map((entity) => entity.id.slice(-11))).toEqual(
      [10, 11, 12, 13, 14, 15, 16, 17].map((n) => `20240627-${n}`),
    );
    expect(at('20221014-01').names).toEqual([
      { value: '강철학', kind: 'native', weak: false, script: 'Hang', lang: 'ko' },
    ]);
  });

  it('keeps a former name from an unconfirmed report as weak', () => {
    expect(at('20240117-03').names).toContainEqual({
      value: 'DIAMOND 8',
      kind: 'former',
      weak: true,
      script: 'Latn',
    });
  });

  it('resolves each relation that names an entry of the list', () => {
    for (const entity of content.entities)
      for (const relation of entity.relations)
        if (relation.target?.startsWith(KR_LIST)) {
          const names = byId.get(relation.target)!.names.map((name) => name.value);
          expect(names.some((name) => name.startsWith(relation.name))).toBe(true);
        }
  });

  it('tells the reader of MARIA about her namesakes, and gives conflicts of the press as notes only', () => {
    expect(at('20240524-09').properties.notes).toHaveLength(1);
    const conflicts = content.notes.filter((note) => note.code === 'curated-conflict');
    expect(conflicts.length).toBeGreaterThan(5);
    const names = content.entities.flatMap((entity) => entity.names.map((name) => name.value));
    expect(names).not.toContain('Kim Yong-hyok');
    expect(names).not.toContain('DE YI');
  });

  it('places each note on its line of the file', () => {
    for (const note of content.notes) {
      const text = readFileSync(
        new URL(`../../data/kr-mofa-unilateral/${note.file}`, import.meta.url),
        'utf8',
      );
      expect(text.split('\n')[note.line! - 1]).toContain(note.value);
    }
  });

  it('accounts for every column', () => {
    for (const file of KR_FILES)
      for (const column of Object.keys(readTable(file)[0]!)) {
        const field = `${file.split('/')[1]}/${column}`;
        const counts = content.fields[field]!;
        expect(counts.mapped + counts.noted + counts.ignored, field).toBeGreaterThan(0);
        expect(counts.ignored > 0, field).toBe(field in KR_IGNORED);
      }
  });

  it('agrees with the table of docs/lists.md', () => {
    const docs = readFileSync(new URL('../../docs/lists.md', import.meta.url), 'utf8').replace(/ +/g, ' ');
    const cell = (found: number, said: number) => (said === 0 ? '–' : `${found} of ${said}`);
    const rows = content.completeness.rounds.map((r) => {
      const [said, found] = [r.announcedCounts, r.recordedCounts];
      return `| ${[
        r.announced,
        r.inForce ?? 'unknown',
        cell(found.persons, said.persons),
        cell(found.organizations, said.organizations),
        cell(found.vessels, said.vessels),
        r.complete ? '' : 'incomplete',
      ].join(' | ')} |`.replace(/ +/g, ' ');
    });
    expect(docs).toContain(rows.join('\n'));
  });
});
