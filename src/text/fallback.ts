import { createRequire } from 'node:module';

let anyAscii: ((text: string) => string) | undefined;

/**
 * The reading of a letter or word in a script without a table of our own, lower-case a–z and 0–9 only; empty when
 * nothing is known. The package is loaded at the first such letter, so that other queries do not pay for it.
 */
export function fallback(text: string): string {
  anyAscii ??= load();
  return anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

function load(): (text: string) => string {
  const module: { default: (text: string) => string } = createRequire(import.meta.url)('any-ascii');
  return module.default;
}
