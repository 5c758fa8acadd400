import { describe, expect, it } from 'vitest';
import { carriedLists } from '../../src/lists/carried.ts';
import { faultsOf } from './entity-faults.ts';

const lists = carriedLists();
const entities = lists.flatMap((list) => list.content.entities);
const byId = new Map(entities.map((entity) => [entity.id, entity]));
const names = (id: string) => byId.get(id)!.names.map((name) => name.value);

describe('the data that the package carries', () => {
  it('holds entities that are valid against the model, each with its own id', () => {
    expect(entities.flatMap(faultsOf)).toEqual([]);
    expect(byId.size).toBe(entities.length);
  });

  it('marks the four official lists as excerpts and the curated list as none', () => {
    expect(lists.map((list) => [list.slug, list.excerpt])).toEqual([
      ['us_ofac_sdn', true],
      ['un_sc_sanctions', true],
      ['eu_fsf', true],
      ['gb_fcdo_sanctions', true],
      ['kr_mofa_unilateral', false],
    ]);
  });

  it('puts each entity in the list that its designations name', () => {
    for (const list of lists) {
      expect(list.content.entities.length).toBeGreaterThan(0);
      for (const entity of list.content.entities)
        expect(new Set(entity.designations.map((designation) => designation.list))).toEqual(
          new Set([list.slug]),
        );
    }
  });

  it('has the entry for each query of the README', () => {
    expect(names('us_ofac_sdn-20157')).toContain('Jong Un KIM');
    expect(names('us_ofac_sdn-20157')).toContain('김정은');
    expect(names('us_ofac_sdn-35096')).toContain('Vladimir Vladimirovich PUTIN');
    expect(names('eu_fsf-EU.7510.16')).toContain('Влади́мир Влади́мирович ПУ́ТИН');
    expect(names('gb_fcdo_sanctions-RUS0251')).toContain('владимир владимирович путин');
    expect(names('us_ofac_sdn-16865')).toContain('JOINT-STOCK COMPANY CONCERN ALMAZ-ANTEY');
    expect(names('us_ofac_sdn-23558')).toContain('Dmitry Vladimirovich OVSYANNIKOV');
    const bogatyr = entities.filter((entity) => entity.identifiers.some((id) => id.value === '9085730'));
    expect(bogatyr.map((entity) => entity.id)).toEqual([
      'us_ofac_sdn-24511',
      'kr_mofa_unilateral-20240627-04',
    ]);
  });

  it('says that the Hangul of Kim Jong Un was added, since the list that names him has none', () => {
    const added = entities.filter((entity) => entity.names.some((name) => name.generated));
    expect(added.filter((entity) => !entity.id.startsWith('kr_')).map((entity) => entity.id)).toEqual([
      'us_ofac_sdn-20157',
    ]);
  });

  it('carries the party of each enforcement case that is on the SDN list', () => {
    const uids =
      '16865 15981 3748 19032 17755 23884 10627 16176 23558 20211 16886 12455 24306 11366 11363 12927 25451 18309';
    for (const uid of uids.split(' ')) expect(byId.has(`us_ofac_sdn-${uid}`), uid).toBe(true);
  });

  it('resolves the relations of the curated list into the UN entries', () => {
    const targets = entities.flatMap((entity) =>
      entity.relations.flatMap((relation) => relation.target ?? []),
    );
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((target) => !byId.has(target))).toEqual([]);
  });

  it('invents no date: OFAC entries have none, since its legacy files have none', () => {
    const sdn = lists[0]!;
    expect(sdn.date).toBeNull();
    for (const { designations } of sdn.content.entities)
      for (const { announced, listed, inForce, amended, ended } of designations)
        expect([announced, listed, inForce, amended, ended]).toEqual([null, null, null, null, null]);
  });

  it('claims no publisher count for any list', () => {
    expect(lists.map((list) => list.content.recordCount)).toEqual([null, null, null, null, null]);
  });
});
