import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeHome, temporaryFolder } from './cli.ts';

const SOURCE = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const BUILT = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const SHIPPED = fileURLToPath(new URL('../../bin/cordon.js', import.meta.url));
const TSX = import.meta.resolve('tsx');

const { env, path: home } = makeHome();

function node(argv: readonly string[], options: { readonly cwd?: string; readonly input?: string } = {}) {
  const { NODE_OPTIONS: _, ...rest } = process.env;
  return spawnSync(process.execPath, argv, { encoding: 'utf8', env: { ...rest, ...env }, ...options });
}

function preload(code: string): string {
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

/** Says every module that is asked for on standard error. */
const HOOK = `
import { writeSync } from 'node:fs';
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  writeSync(2, 'module ' + found.url + '\\n');
  return found;
}`;

function modulesOf(...argv: string[]): string[] {
  const register = preload(
    `import { register } from 'node:module'; register(${JSON.stringify(preload(HOOK))});`,
  );
  const { stderr, status } = node(['--import', TSX, '--import', register, SOURCE, ...argv]);
  expect(status).toBe(0);
  return stderr.split('\n').filter((line) => line.startsWith('module '));
}

const HEAVY = /\/node_modules\/(zod|@opensanctions|saxes|csv-parse|yaml)\//;

describe('the modules of a command', () => {
  it('are few when one name is screened', () => {
    const modules = modulesOf('screen', 'Kim Jong Un');
    expect(modules.some((line) => line.includes('/src/engine/screen.ts'))).toBe(true);
    expect(modules.filter((line) => HEAVY.test(line))).toEqual([]);
  });

  it('are those of the readers only where a reader is asked for', () => {
    const pairs = join(temporaryFolder(), 'pairs.csv');
    writeFileSync(pairs, 'a,b\nAnna Berg,Anna Berg\n');
    expect(modulesOf('compare', '--input', pairs).filter((line) => HEAVY.test(line))).not.toEqual([]);
  });
});

/** Every file below a folder with its content. */
function contentOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .sort()
      .map((path) => [path, readFileSync(path).toString('base64')]),
  );
}

/** Says every socket and name look-up on standard error. */
const WATCH = preload(`
import { createHook } from 'node:async_hooks';
import { writeSync } from 'node:fs';
const NET = /^(TCP|UDP|GETADDRINFO|GETNAMEINFO|QUERY|TLS|HTTP)/;
createHook({ init(id, type) { if (NET.test(type)) writeSync(2, 'network ' + type + '\\n'); } }).enable();`);

describe.skipIf(!existsSync(BUILT))('the built program', () => {
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';

  it('writes no file and opens no socket when it screens', () => {
    const cwd = temporaryFolder();
    const before = contentOf(home);
    const { status, stdout, stderr } = node(
      [permission, '--allow-fs-read=*', '--import', WATCH, BUILT, 'screen', 'Kim Jong Un', '--json'],
      { cwd },
    );
    expect(JSON.parse(stdout).results[0].id).toBe('us_ofac_sdn-20157');
    expect(status).toBe(0);
    expect(stderr).not.toContain('network');
    expect(contentOf(home)).toEqual(before);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('would be caught writing or calling out', () => {
    const code =
      "import net from 'node:net'; net.connect(9, '127.0.0.1').on('error', () => {}); await import('node:fs').then((fs) => fs.writeFileSync('x', ''));";
    const { status, stderr } = node([
      permission,
      '--allow-fs-read=*',
      '--import',
      WATCH,
      '--input-type=module',
      '--eval',
      code,
    ]);
    expect(stderr).toContain('network TCP');
    expect(stderr).toContain('ERR_ACCESS_DENIED');
    expect(status).not.toBe(0);
  });

  it('runs as the shipped executable, with exit codes', () => {
    expect(node([SHIPPED, 'screen', 'Kim Jong Un', '--fail-on-hit']).status).toBe(3);
    expect(node([SHIPPED, 'screen', 'Kim', '--unheard-of']).status).toBe(2);
    expect(node([SHIPPED, 'show', 'us_ofac_sdn-0']).status).toBe(1);
  });

  it('reads a query from standard input', () => {
    const { stdout } = node([SHIPPED, 'screen', '--query', '-', '--json'], {
      input: '{"properties": {"name": ["김정은"]}}',
    });
    expect(JSON.parse(stdout).query.properties.name).toEqual(['김정은']);
  });

  it('ends quietly when its reader closes the pipe', () => {
    const { NODE_OPTIONS: _, ...rest } = process.env;
    const pairs = join(temporaryFolder(), 'pairs.csv');
    // More than a pipe holds, so that the program must meet the closed end.
    writeFileSync(pairs, `a,b\n${'Anna Berg,Anna Berg\n'.repeat(2000)}`);
    const line = `"${process.execPath}" "${SHIPPED}" compare --input "${pairs}" --json | head -c 1`;
    const { stderr, stdout } = spawnSync('sh', ['-c', line], { encoding: 'utf8', env: { ...rest, ...env } });
    expect(stdout).toBe('{');
    expect(stderr).toBe('');
  });

  it('uses the carried data before the first update, says so first, and names the home', () => {
    const cwd = temporaryFolder();
    const { NODE_OPTIONS: _, CORDON_HOME: __, ...rest } = process.env;
    const { stdout, stderr, status } = spawnSync(process.execPath, [SHIPPED, 'screen', 'Kim Jong Un'], {
      cwd,
      encoding: 'utf8',
      env: rest,
    });
    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toMatch(/^WARNING: only the small data that the package carries/);
    expect(stderr).toContain(join(cwd, '.cordon'));
    expect(existsSync(join(cwd, '.cordon'))).toBe(false);
  });
});
