import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BookArguments, screenBookCommand } from '../../src/cli/book.ts';
import { barText } from '../../src/cli/progress.ts';
import { CARRIED_PATH } from '../../src/engine/home.ts';
import { makeHome, temporaryFolder } from './cli.ts';

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function book(
  content: string,
  more: Partial<BookArguments> & { readonly env?: Record<string, string>; readonly isTTY?: boolean } = {},
): Promise<Ran> {
  const { env, isTTY = false, ...args } = more;
  const input = join(temporaryFolder(), 'book.csv');
  writeFileSync(input, content);
  let stdout = '';
  let stderr = '';
  const out = (write: (text: string) => void) => ({ write, isTTY, columns: 100 });
  const code = await screenBookCommand(
    { input, carried: false, failOnHit: false, options: {}, ...args },
    {
      stdout: out((text) => (stdout += text)),
      stderr: out((text) => (stderr += text)),
      env: env ?? makeHome().env,
      readStdin: async () => '',
    },
  );
  return { code, stdout, stderr };
}

describe('cordon screen --input', () => {
  it('writes one JSON object a row to standard output and everything else to standard error', async () => {
    const { code, stdout, stderr } = await book('name,shoe size\nKim Jong Un,40\n,\nMarta Quillfeather,38\n');
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ row, error }) => [row, error])).toEqual([
      [1, undefined],
      [2, 'the row is blank'],
      [3, undefined],
    ]);
    expect(code).toBe(0);
    expect(stderr.match(/column "shoe size" is unknown/g)).toHaveLength(1);
    expect(stderr).toContain('3 rows: 1 with a match, 1 without a match on these lists of these dates.');
    expect(stderr).toContain('1 could not be screened');
    expect(stderr).toContain('kr_mofa_unilateral');
    expect(stderr).toContain('Not searched:');
    expect(stderr).not.toMatch(/clear(?!ance)/i);
  });

  it('exits with 3 on a match only when asked', async () => {
    expect((await book('name\nKim Jong Un\n', { failOnHit: true })).code).toBe(3);
    expect((await book('name\nKim Jong Un\n')).code).toBe(0);
    expect((await book('name\nMarta Quillfeather\n', { failOnHit: true })).code).toBe(0);
  });

  it('writes a table when the output is a .csv', async () => {
    const output = join(temporaryFolder(), 'answer.csv');
    const { stdout } = await book('ref,name\n=7,Kim Jong Un\n', { output });
    expect(stdout).toBe('');
    expect(readFileSync(output, 'utf8')).toMatch(/^row,ref,.*\r\n1,'=7,Kim Jong Un,/);
    expect(existsSync(`${output}.summary.json`)).toBe(true);
  });

  it('draws a bar on a terminal', async () => {
    const { stderr } = await book('name\nKim Jong Un\n', { isTTY: true });
    expect(stderr).toMatch(/\[[█·]+\] \d+% 1 rows/);
  });

  it.skipIf(!existsSync(CARRIED_PATH))(
    'refuses without compiled lists, unless the carried ones are asked for',
    async () => {
      const env = { CORDON_HOME: temporaryFolder() };
      await expect(book('name\nKim Jong Un\n', { env })).rejects.toMatchObject({
        code: 'snapshot-missing',
        exit: 1,
        message: expect.stringContaining('--carried'),
      });
      const { stdout, stderr } = await book('name\nKim Jong Un\n', { env, carried: true });
      expect(JSON.parse(stdout)).toMatchObject({ row: 1, snapshot: { carried: true } });
      expect(stderr).toContain('WARNING');
    },
  );
});

describe('a progress bar', () => {
  it.each([
    [0, 100, 0, 0, '[························] 0% 0 rows'],
    [1500, 3000, 1500, 1, '[████████████············] 50% 1,500 rows'],
    [1500, 3000, 500, 5, '[████████████············] 50% 1,500 rows, 100 a second, 15 s left'],
    [10, 1_000_000, 10, 10, '[························] 0% 10 rows, 1 a second, 277 h 47 min left'],
    [7, 5, 0, 9, '[████████████████████████] 100% 7 rows'],
  ])('at %i of %i', (done, total, fresh, seconds, text) => {
    expect(barText(done, total, 'rows', fresh, seconds)).toBe(text);
  });
});
