import { readFileSync } from 'node:fs';

let version: string | undefined;

/** `cordon/<version of the package>`: stands in every answer. */
export function engineVersion(): string {
  version ??= (
    JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
  ).version;
  return `cordon/${version}`;
}
