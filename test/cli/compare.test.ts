import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/engine/compare.ts';
import { cordon, temporaryFolder } from './cli.ts';
import { faultsOf } from './schemas.ts';

function pairsFile(text: string): string {
  const path = join(temporaryFolder(), 'pairs.csv');
  writeFileSync(path, text);
  return path;
}

describe('cordon compare', () => {
  it('answers what the library answers', async () => {
    const { stdout, code } = await cordon(['compare', 'Dmitrii Ovsiannikov', 'Dmitry OVSYANNIKOV', '--json']);
    expect(JSON.parse(stdout)).toEqual(compare('Dmitrii Ovsiannikov', 'Dmitry OVSYANNIKOV'));
    expect(code).toBe(0);
  });

  it.each([
    ['Kim Jong Un', '김정은'],
    ['SIS DOO', 'SIS d.o.o.'],
    ['Anna Berg', 'Sea Pearl 5'],
  ])('answers in the documented shape for %s and %s', async (a, b) => {
    const { stdout } = await cordon(['compare', a, b, '--json']);
    expect(faultsOf('compare', JSON.parse(stdout))).toEqual([]);
  });

  it('needs no home and names none', async () => {
    expect((await cordon(['compare', 'A Berg', 'B Berg'], { env: { CORDON_HOME: '/nowhere' } })).stderr).toBe(
      '',
    );
  });

  it('says how each word met, for people', async () => {
    const { stdout } = await cordon([
      'compare',
      'Dmitrii Ovsiannikov',
      'Dmitriy Vladimirovich OVSYANNIKOV',
      '--schema',
      'Person',
    ]);
    expect(stdout).toMatch(/as Person: 0\.\d{4} MATCH/);
    expect(stdout).toMatch(/listed +Dmitriy +OVSYANNIKOV +Vladimirovich/);
    expect(stdout).toContain('left over (patronymic)');
  });

  it('takes the thresholds and weights of a screening', async () => {
    const strict = await cordon([
      'compare',
      'Dmitrii Ovsiannikov',
      'Dmitry OVSYANNIKOV',
      '--threshold',
      '1',
      '--json',
    ]);
    expect(JSON.parse(strict.stdout).match).toBe(false);
    const wrong = await cordon(['compare', 'A', 'B', '--weight', 'nothing=1']);
    expect(wrong.code).toBe(2);
  });

  it('exits with 3 for a match only when told to', async () => {
    expect((await cordon(['compare', 'Anna Berg', 'Anna Berg'])).code).toBe(0);
    expect((await cordon(['compare', 'Anna Berg', 'Anna Berg', '--fail-on-hit'])).code).toBe(3);
    expect((await cordon(['compare', 'Anna Berg', 'Otto Lind', '--fail-on-hit'])).code).toBe(0);
  });

  it.each([[[]], [['one']], [['one', 'two', 'three']]])('takes two names, not %j', async (names) => {
    expect((await cordon(['compare', ...names])).code).toBe(2);
  });
});

describe('cordon compare --input', () => {
  it('gives a line for each pair, in order', async () => {
    const path = pairsFile('\ufeffnote,b,a,Schema\nx,SIS d.o.o.,SIS DOO,Company\n,"Lind, Otto",Otto Lind,\n');
    const { stdout, code } = await cordon(['compare', '--input', path, '--json']);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ a, b, schema }) => [a, b, schema])).toEqual([
      ['SIS DOO', 'SIS d.o.o.', 'Company'],
      ['Otto Lind', 'Lind, Otto', 'Person'],
    ]);
    for (const line of lines) expect(faultsOf('compare', line)).toEqual([]);
    expect(code).toBe(0);
  });

  it('takes a file without the schema column', async () => {
    const { stdout } = await cordon(['compare', '--input', pairsFile('a,b\nAnna Berg,Anna Berg\n')]);
    expect(stdout).toContain('Anna Berg / Anna Berg, as Person: 1.0000 MATCH');
  });

  it.each([
    ['a,c\nx,y\n', 'a,c'],
    ['a,b\nAnna Berg,\n', 'Anna Berg,'],
    ['a,b\nx,y,z\n', ':2:'],
    ['a,b\n"x,y\n', 'Quote'],
  ])('refuses %j and names the place', async (text, value) => {
    const { code, stderr } = await cordon(['compare', '--input', pairsFile(text)]);
    expect(code).toBe(1);
    expect(stderr).toContain(value);
    expect(stderr).toContain('pairs.csv');
  });

  it('exits with 1 when the file is not there', async () => {
    const { code, stderr } = await cordon(['compare', '--input', '/nowhere/pairs.csv']);
    expect(code).toBe(1);
    expect(stderr).toContain('/nowhere/pairs.csv');
  });
});
