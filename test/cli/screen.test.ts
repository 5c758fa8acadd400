import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/cli/width.ts';
import type { Screening } from '../../src/engine/answer.ts';
import { cordon, makeHome, temporaryFolder } from './cli.ts';
import { faultsOf } from './schemas.ts';

const { env, id: snapshotId, path: home } = makeHome();

async function screenJson(...argv: string[]): Promise<Screening> {
  const { stdout } = await cordon(['screen', ...argv, '--json'], { env });
  return JSON.parse(stdout) as Screening;
}

describe('cordon screen', () => {
  it('joins its words to one name and answers as JSON', async () => {
    const answer = await screenJson('Kim', 'Jong', 'Un');
    expect(answer.query).toEqual({ schema: null, properties: { name: ['Kim Jong Un'] } });
    expect(answer.results[0]).toMatchObject({ id: 'us_ofac_sdn-20157', match: true });
    expect(faultsOf('screening', answer)).toEqual([]);
  });

  it.each([
    ['Kim Jong Un', []],
    ['Vladimir Putin', ['--birth-date', '1952-10-07', '--country', 'Russia', '--as-of', '2024-01-01']],
    ['Zzyzx Qwertz', []],
    ['', ['--id', '9085730']],
  ])('answers in the documented shape for %j %j', async (name, options) => {
    expect(faultsOf('screening', await screenJson(...(name === '' ? [] : [name]), ...options))).toEqual([]);
  });

  it('takes a number without a name', async () => {
    expect((await screenJson('--id', '9085730')).results[0]!.caption).toBe('BOGATYR');
  });

  it('takes properties by their FollowTheMoney names', async () => {
    const answer = await screenJson(
      'Kim Jong Un',
      '--property',
      'gender=male',
      '--property',
      'birthPlace=Pyongyang',
      '--schema',
      'person',
    );
    expect(answer.query).toEqual({
      schema: 'Person',
      properties: { name: ['Kim Jong Un'], gender: ['male'], birthPlace: ['Pyongyang'] },
    });
  });

  it('takes a query from a file or standard input', async () => {
    const query = JSON.stringify({ schema: 'Person', properties: { name: ['Kim Jong Un'] } });
    const file = join(temporaryFolder(), 'query.json');
    writeFileSync(file, query);
    const fromFile = await cordon(['screen', '--query', file, '--json'], { env });
    const fromStdin = await cordon(['screen', '--query', '-', '--json'], { env, stdin: query });
    expect(fromFile.stdout).toBe(fromStdin.stdout);
    expect(JSON.parse(fromFile.stdout).results[0].id).toBe('us_ofac_sdn-20157');
  });

  it('records what was asked in the policy of the answer', async () => {
    const argv = [
      '--threshold',
      '0.8',
      '--cutoff',
      '0.6',
      '--weak',
      'none',
      '--limit',
      '3',
      '--weight',
      'weak_alias=0.2',
      '--as-of',
      '2020-01-01',
    ];
    const { policy } = await screenJson('Kim Jong Un', ...argv);
    expect(policy).toMatchObject({
      threshold: 0.8,
      cutoff: 0.6,
      weak: 'none',
      limit: 3,
      overrides: { weak_alias: 0.2 },
      as_of: '2020-01-01',
    });
  });

  it('gives the same answer by the full scan', async () => {
    expect(await screenJson('Kim Jong Un', '--exhaustive')).toEqual(await screenJson('Kim Jong Un'));
  });

  it('searches the snapshot that is named', async () => {
    expect((await screenJson('Kim Jong Un', '--snapshot', snapshotId.slice(0, 12))).snapshot.id).toBe(
      snapshotId,
    );
    const unknown = await cordon(['screen', 'Kim Jong Un', '--snapshot', 'f'.repeat(64)], { env });
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain('f'.repeat(64));
  });

  it('names the home on standard error and writes only the answer to standard output', async () => {
    const { stdout, stderr } = await cordon(['screen', 'Kim Jong Un', '--json'], { env });
    expect(stderr).toContain(home);
    expect(() => JSON.parse(stdout)).not.toThrow();
  });

  it.each([
    [['--id', '9085732'], '9085732'],
    [['Kim Jong Un', '--birth-date', 'long ago'], 'long ago'],
    [['Kim Jong Un', '--country', 'Atlantis'], 'Atlantis'],
    [['Kim Jong Un', '--country', 'Korea'], 'kp'],
  ] as [string[], string][])('says on standard error what of %j it cannot use', async (argv, value) => {
    const { stderr, code } = await cordon(['screen', ...argv], { env });
    expect(stderr).toMatch(/^note: /m);
    expect(stderr).toContain(value);
    expect(code).toBe(0);
  });

  it('has no note on a query that it can use whole', async () => {
    const { stderr } = await cordon(
      ['screen', 'Kim Jong Un', '--id', '9085730', '--country', 'KP', '--birth-date', '1984'],
      { env },
    );
    expect(stderr).not.toContain('note:');
  });

  it('exits with 3 for a match only when told to', async () => {
    expect((await cordon(['screen', 'Kim Jong Un'], { env })).code).toBe(0);
    expect((await cordon(['screen', 'Kim Jong Un', '--fail-on-hit'], { env })).code).toBe(3);
    expect((await cordon(['screen', 'Zzyzx Qwertz', '--fail-on-hit'], { env })).code).toBe(0);
    const possible = await cordon(
      ['screen', 'Vladimir Putin', '--fail-on-hit', '--birth-date', '1912-04-15'],
      {
        env,
      },
    );
    expect(possible.stdout).toContain('possible');
    expect(possible.code).toBe(0);
  });
});

describe('wrong usage of screen', () => {
  it.each([
    [[], 'nothing to screen'],
    [['--birth-date'], 'birth-date'],
    [['Kim', '--threshold', 'high'], '"high"'],
    [['Kim', '--threshold', '1.5'], '1.5'],
    [['Kim', '--cutoff', '0.3'], '0.3'],
    [['Kim', '--limit', '0'], '0'],
    [['Kim', '--weak', 'half'], 'half'],
    [['Kim', '--weight', 'weak_alias'], 'weak_alias'],
    [['Kim', '--weight', 'nothing=1'], 'nothing'],
    [['Kim', '--schema', 'Spaceship'], 'Spaceship'],
    [['Kim', '--as-of', 'yesterday'], 'yesterday'],
    [['Kim', '--unheard-of'], 'unheard-of'],
    [['Kim', '--query', '-'], '--query'],
    [['Kim', '--output', 'out.csv'], '--output'],
    [['Kim', '--input', 'book.csv'], 'Kim'],
    [['--input', 'book.csv', '--id', '9085730'], '--id'],
    [['--input', 'book.csv', '--schema', 'Person'], '--schema'],
  ] as [string[], string][])('%j exits with 2 and names the value', async (argv, value) => {
    const { code, stdout, stderr } = await cordon(['screen', ...argv], { env });
    expect(code).toBe(2);
    expect(stderr).toContain(value);
    expect(stdout).toBe('');
  });

  it.each([
    ['{"properties"'],
    ['[]'],
    ['{"properties": 1}'],
    ['{"properties": {"nose": ["long"]}}'],
    ['{"properties": {"name": [1]}}'],
    ['{"schema": 1, "properties": {"name": "Kim"}}'],
  ])('a query of %s exits with 1', async (stdin) => {
    const { code, stdout } = await cordon(['screen', '--query', '-'], { env, stdin });
    expect(code).toBe(1);
    expect(stdout).toBe('');
  });
});

describe('a screening for people', () => {
  it('shows score, mark, list, measure and programme in a table', async () => {
    const { stdout } = await cordon(['screen', 'Kim Jong Un'], { env });
    expect(stdout).toMatch(
      /SCORE +MARK +NAME +LIST +MEASURE +PROGRAMME +SINCE\n *1\.00 +MATCH +Jong Un KIM +us_ofac_sdn +Blocking +DPRK3/,
    );
  });

  it('marks where the listed name differs, without colour by carets', async () => {
    const { stdout } = await cordon(['screen', 'Vladimyr Putin'], { env });
    const lines = stdout.split('\n');
    const listed = lines.findIndex((line) => line.trimStart().startsWith('listed'));
    const at = lines[listed + 1]!.indexOf('^');
    expect(lines[listed]![at]).toBe('i');
    expect(lines[listed - 1]![at]).toBe('y');
  });

  it('uses escape sequences only on a terminal that wants them', async () => {
    const sequence = '\u001b[';
    expect((await cordon(['screen', 'Vladimyr Putin'], { env, isTTY: true })).stdout).toContain(
      `${sequence}4m`,
    );
    expect(
      (await cordon(['screen', 'Vladimyr Putin'], { env: { ...env, NO_COLOR: '1' }, isTTY: true })).stdout,
    ).not.toContain(sequence);
    expect((await cordon(['screen', 'Vladimyr Putin'], { env })).stdout).not.toContain(sequence);
  });

  it('says per field what matched, contradicted or is unknown', async () => {
    const { stdout } = await cordon(
      [
        'screen',
        'Kim Jong Un',
        '--birth-date',
        '1912-04-15',
        '--country',
        'KP',
        '--property',
        'gender=female',
      ],
      { env },
    );
    expect(stdout).toMatch(/birth_date +-0\.3500 +contradicted +1912-04-15/);
    expect(stdout).toMatch(/country +0 +matched/);
    expect(stdout).toMatch(/gender +0 +unknown/);
  });

  it('never says "clear": names the lists, their dates and what was not searched', async () => {
    const { stdout } = await cordon(['screen', 'Zzyzx Qwertz'], { env });
    expect(stdout).toContain('No match for "Zzyzx Qwertz" on these lists of these dates');
    expect(stdout).toMatch(/un_sc_sanctions +2026-02-27/);
    expect(stdout).toContain('Not searched:');
    expect(stdout.toLowerCase()).not.toMatch(/\bclear(ed|ance)?\b/);
  });

  it('counts what lies below the cutoff when nothing reached it, and says how to see it', async () => {
    const nothing = await cordon(['screen', 'Vladimyr Putyn', '--cutoff', '0.99'], { env });
    expect(nothing.stdout).toMatch(/lies? between 0\.5 and the cutoff 0\.99: `--cutoff 0\.5` shows/);
    const shown = await cordon(['screen', 'Vladimyr Putyn', '--cutoff', '0.5'], { env });
    expect(shown.stdout).toContain('Vladimir Vladimirovich PUTIN');
  });

  it('warns in its first line of stale and of failed lists', async () => {
    const stale = makeHome({ age: 400 });
    const old = await cordon(['screen', 'Zzyzx Qwertz'], { env: stale.env });
    expect(old.stdout.split('\n')[0]).toMatch(/^WARNING: not checked lately: us_ofac_sdn \(400 days\)/);
    const failing = makeHome({ failed: { eu_fsf: 'the root is not closed' } });
    const failed = await cordon(['screen', 'Kim Jong Un'], { env: failing.env });
    expect(failed.stdout.split('\n')[0]).toMatch(/^WARNING: .*eu_fsf/);
  });

  it('has no warning when all lists were checked today', async () => {
    const { stdout } = await cordon(['screen', 'Kim Jong Un'], { env });
    expect(stdout).not.toContain('WARNING');
  });

  it.each([60, 80, 100, 120])('keeps the table within %i columns', async (columns) => {
    const { stdout } = await cordon(['screen', 'Vladimir Putin', '--cutoff', '0.5'], {
      env: { ...env, COLUMNS: String(columns) },
    });
    for (const line of stdout.split('\n'))
      if (!line.includes('https://')) expect(textWidth(line)).toBeLessThanOrEqual(columns);
  });

  it('says what was only announced on the day that was asked for', async () => {
    const before = await cordon(['screen', 'Bogatyr', '--as-of', '2024-06-28'], { env });
    expect(before.stdout).toMatch(/kr_mofa_unilateral .*from 2024-07-01/);
    expect(before.stdout).toContain(
      'kr_mofa_unilateral 20240627-04 [announced, not yet in force on that day]',
    );
    const after = await cordon(['screen', 'Bogatyr', '--as-of', '2024-07-02'], { env });
    expect(after.stdout).toContain('kr_mofa_unilateral 20240627-04 [in force on that day]');
  });

  it('lets no query steer the terminal', async () => {
    const { stdout } = await cordon(['screen', 'Kim \u001b[2J Jong Un'], { env });
    expect(stdout).not.toContain('\u001b');
  });
});
