import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cordon, temporaryFolder } from './cli.ts';

function newHome(): { readonly path: string; readonly env: Record<string, string> } {
  const path = join(temporaryFolder(), 'home');
  return { path, env: { CORDON_HOME: path } };
}

function ownList(): string {
  const path = join(temporaryFolder(), 'watch.csv');
  writeFileSync(path, 'id,name,schema\n7,Otto Emil Lindqvist,Person\n');
  return path;
}

describe('cordon update', () => {
  it('compiles an own list with the curated one and switches to it', async () => {
    const { env, path } = newHome();
    const { code, stdout, stderr } = await cordon(['update', '--own', `watch=${ownList()}`], { env });
    expect(stderr).toContain(path);
    expect(stdout).toMatch(/watch +new +\S+ +1 /);
    expect(code).toBe(0);
    const hit = JSON.parse((await cordon(['screen', 'Otto Lindqvist', '--json'], { env })).stdout);
    expect(hit.results[0].datasets).toEqual(['watch']);
    expect(hit.snapshot.lists).toHaveProperty('kr_mofa_unilateral');
  });

  it('reports as JSON', async () => {
    const { env } = newHome();
    const report = JSON.parse(
      (await cordon(['update', '--own', `watch=${ownList()}`, '--json'], { env })).stdout,
    );
    expect(report.snapshot).toMatch(/^[0-9a-f]{64}$/);
    expect(report.lists).toContainEqual(expect.objectContaining({ slug: 'watch', outcome: 'new' }));
  });

  it('exits with 1, says why and keeps working when a list is refused', async () => {
    const { env } = newHome();
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'deep'));
    writeFileSync(
      join(folder, 'deep', 'consolidated.xml'),
      '<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2026-01-01T00:00:00Z"><INDIVIDUALS>',
    );
    const { code, stdout } = await cordon(['update', '--from', folder], { env });
    expect(code).toBe(1);
    expect(stdout).toMatch(/un_sc_sanctions refused: .*consolidated\.xml/);
    const { stdout: lists } = await cordon(['lists', '--json'], { env });
    expect(JSON.parse(lists).absent).toContainEqual(
      expect.objectContaining({
        slug: 'un_sc_sanctions',
        failed: expect.stringContaining('consolidated.xml'),
      }),
    );
  });

  it('names the files that it did not recognise', async () => {
    const { env } = newHome();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'letter.xml'), '<letter/>');
    expect((await cordon(['update', '--from', folder], { env })).stdout).toContain('letter.xml');
  });

  it.each([
    [['--list', 'no_such_list', '--from', '.'], 'no_such_list'],
    [['--own', 'watch'], 'watch'],
    [['--own', 'us_ofac_sdn=x.csv'], 'us_ofac_sdn'],
    [['word'], 'word'],
  ])('%j is wrong usage', async (argv, value) => {
    const { code, stderr } = await cordon(['update', ...argv], newHome());
    expect(code).toBe(2);
    expect(stderr).toContain(value);
  });

  it.each([
    ['{'],
    ['[]'],
    ['{"eu_fsf": 1}'],
    ['{"eu_fsf": {"minimum": "many"}}'],
    ['{"eu_fsf": {"address": "x"}}'],
  ])('refuses catalogue.json with %s', async (text) => {
    const { env, path } = newHome();
    mkdirSync(path);
    writeFileSync(join(path, 'catalogue.json'), text);
    const { code, stderr } = await cordon(['update', '--from', temporaryFolder()], { env });
    expect(code).toBe(1);
    expect(stderr).toContain('catalogue.json');
  });
});
