import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { cordon } from './cli.ts';

describe('the command line', () => {
  it.each([['--help'], ['-h'], ['help']])('%s lists the commands', async (word) => {
    const { code, stdout } = await cordon([word]);
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS)
      expect(stdout).toMatch(new RegExp(`^ +${name} +${summary.replace(/[()]/g, '\\$&')}$`, 'm'));
  });

  it.each(COMMANDS.map(({ name }) => [name]))('%s --help names each of its options', async (name) => {
    const { code, stdout } = await cordon([name, '--help']);
    const command = await COMMANDS.find((one) => one.name === name)!.load();
    expect(command.name).toBe(name);
    expect(code).toBe(0);
    for (const option of Object.keys(command.options)) expect(stdout).toContain(`--${option}`);
    expect((await cordon(['help', name])).stdout).toBe(stdout);
  });

  it('tells its version', async () => {
    expect((await cordon(['--version'])).stdout).toMatch(/^cordon\/\d+\.\d+\.\d+\n$/);
  });

  it('without a command shows the help as an error', async () => {
    const { code, stdout, stderr } = await cordon([]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage');
  });

  it('names an unknown command', async () => {
    const { code, stderr } = await cordon(['scren', 'Kim']);
    expect(code).toBe(2);
    expect(stderr).toContain('"scren"');
  });
});
