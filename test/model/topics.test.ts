import { defaultModel } from '@opensanctions/followthemoney';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/facts/table.ts';
import type { Designation } from '../../src/model/entity.ts';
import { topicsFor, topicsOfDesignations } from '../../src/model/topics.ts';

describe('the topics of a party', () => {
  it.each([
    [['Asset freeze', 'Travel ban'], ['sanction']],
    [['Blocking'], ['sanction']],
    [['Sectoral: new debt'], ['sanction']],
    [
      ['Asset freeze', 'Director disqualification sanction'],
      ['corp.disqual', 'sanction'],
    ],
    [['License requirement for all items subject to the EAR'], ['export.control']],
    [['Export control (End User List)'], ['export.control']],
    [['Debarment'], ['debarment']],
    [
      ['Licence requirement', 'Asset freeze'],
      ['export.control', 'sanction'],
    ],
    [[], []],
  ])('by the measures %j are %j', (measures, topics) => expect(topicsFor(measures)).toEqual(topics));

  const entry = (given: Partial<Designation>): Designation => ({
    list: 'x',
    key: '1',
    authority: '',
    programme: null,
    measures: [],
    legalBasis: null,
    reason: null,
    announced: null,
    listed: null,
    inForce: null,
    amended: null,
    ended: null,
    sourceUrl: null,
    ...given,
  });

  it('are a sanction under a programme that does not say what it orders', () => {
    expect(topicsOfDesignations([entry({ programme: 'UNLI' })])).toEqual(['sanction']);
  });

  it("are none by somebody's own list that says nothing of the kind", () => {
    expect(topicsOfDesignations([entry({})])).toEqual([]);
  });

  it('are all ones that FollowTheMoney has', () => {
    const known = new Map(Object.entries(defaultModel.types.topic!.values ?? {}));
    const topics = readTable('topics.tsv').flatMap((row) => row.topics!.split(' '));
    expect(topics.filter((topic) => !known.has(topic))).toEqual([]);
  });
});
