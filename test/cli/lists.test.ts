import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cordon, makeHome } from './cli.ts';
import { faultsOf } from './schemas.ts';

describe('cordon lists', () => {
  it('answers in the documented shape', async () => {
    const { env, path, id } = makeHome({
      age: 3,
      failed: { eu_fsf: 'the root is not closed', us_ofac_cons: 'too few' },
    });
    const { stdout, code } = await cordon(['lists', '--json'], { env });
    const answer = JSON.parse(stdout);
    expect(faultsOf('lists', answer)).toEqual([]);
    expect(answer).toMatchObject({ home: path, snapshot: { id }, verified: null, snapshots: [id] });
    expect(answer.lists.find((list: { slug: string }) => list.slug === 'eu_fsf')).toMatchObject({
      age_days: 3,
      failed: 'the root is not closed',
    });
    expect(answer.absent).toContainEqual(
      expect.objectContaining({ slug: 'us_ofac_cons', failed: 'too few' }),
    );
    expect(code).toBe(0);
  });

  it('tells people entries, dates, hash, state and the home', async () => {
    const { env, path } = makeHome();
    const { stdout } = await cordon(['lists'], { env });
    expect(stdout).toContain(path);
    expect(stdout).toMatch(/LIST +ENTRIES +PUBLISHED +CHECKED +AGE +HASH +NOTES +STATE/);
    expect(stdout).toMatch(/un_sc_sanctions +2 +2026-02-27 +\d{4}-\d\d-\d\d +0 days +[0-9a-f]{12}/);
    expect(stdout).toMatch(/Values: \d+ mapped, \d+ noted, \d+ ignored/);
  });

  it('with --check exits with 1 when a list needs care', async () => {
    const { env } = makeHome({ age: 400 });
    expect((await cordon(['lists'], { env })).code).toBe(0);
    expect((await cordon(['lists', '--check'], { env })).code).toBe(1);
  });

  it('with --verify reads the whole snapshot and refuses a damaged one', async () => {
    const { env, path, id } = makeHome();
    const whole = await cordon(['lists', '--verify', '--json'], { env });
    expect(JSON.parse(whole.stdout).verified).toBe(true);
    const file = join(path, 'snapshots', `${id}.cordon`);
    const bytes = readFileSync(file);
    bytes[bytes.length - 100]! ^= 1;
    writeFileSync(file, bytes);
    const damaged = await cordon(['lists', '--verify', '--json'], { env });
    expect(damaged.code).toBe(1);
    expect(damaged.stdout).toBe('');
    expect(damaged.stderr).toContain(id);
  });
});
