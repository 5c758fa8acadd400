import { readTable } from '../facts/table.ts';
import { scriptOfCodePoint } from './scripts.ts';

/** The scripts whose letters are confused with Latin ones. */
const CONFUSABLE = new Set(['Latn', 'Cyrl', 'Grek', 'Armn']);

/** letter → the Latin letter that it looks like; and script → that shape → the letter of the script. */
interface Shapes {
  readonly of: ReadonlyMap<string, string>;
  readonly into: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

let shapes: Shapes | undefined;

/**
 * A word in one script. When letters of Latin, Cyrillic, Greek or Armenian stand mixed in it, those that only look
 * like letters of the word's script become them (Kаpoor with a Cyrillic а). The word's script is that of the letters
 * that cannot be taken for another script's, else of most letters, Latin on a tie. A word in which both scripts have
 * such letters is mixed on purpose and stays as it is.
 */
export function resolveLookAlikes(word: string): string {
  const letters = Array.from(word);
  const scripts = letters.map((letter) => scriptOfCodePoint(letter.codePointAt(0)!));
  const present = new Set(scripts.filter((script) => CONFUSABLE.has(script)));
  if (present.size < 2) return word;
  shapes ??= load();
  const target = targetScript(letters, scripts, shapes);
  if (target === undefined) return word;
  let out = '';
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i]!;
    if (scripts[i] === target || !CONFUSABLE.has(scripts[i]!)) out += letter;
    else {
      const turned = turn(letter, target, shapes);
      if (turned === undefined) return word;
      out += turned;
    }
  }
  return out;
}

function targetScript(
  letters: readonly string[],
  scripts: readonly string[],
  known: Shapes,
): string | undefined {
  const counts = new Map<string, number>();
  const certain = new Set<string>();
  for (let i = 0; i < letters.length; i++) {
    const script = scripts[i]!;
    if (!CONFUSABLE.has(script)) continue;
    counts.set(script, (counts.get(script) ?? 0) + 1);
    if (!isAmbiguous(letters[i]!, script, known)) certain.add(script);
  }
  if (certain.size > 1) return undefined;
  for (const script of certain) return script;
  let best = 'Latn';
  let most = counts.get('Latn') ?? 0;
  for (const [script, count] of counts)
    if (count > most) {
      best = script;
      most = count;
    }
  return best;
}

/** Whether the letter could stand for one of another script: a Latin letter by any twin, another one by its shape. */
function isAmbiguous(letter: string, script: string, known: Shapes): boolean {
  if (script !== 'Latn') return known.of.has(letter);
  for (const other of known.into.keys())
    if (other !== 'Latn' && turn(letter, other, known) !== undefined) return true;
  return false;
}

function turn(letter: string, target: string, known: Shapes): string | undefined {
  const shape = known.of.get(letter) ?? letter;
  if (target === 'Latn') return shape === letter ? undefined : shape;
  const letters = known.into.get(target);
  return letters?.get(letter) ?? letters?.get(shape);
}

function load(): Shapes {
  const of = new Map<string, string>();
  const into = new Map<string, Map<string, string>>();
  for (const row of readTable('romanisation/look-alikes.tsv')) {
    const { letter, script, shape } = row as { letter: string; script: string; shape: string };
    of.set(letter, shape);
    if (script === 'Latn') continue;
    const letters = into.get(script) ?? new Map<string, string>();
    if (!letters.has(shape)) letters.set(shape, letter);
    into.set(script, letters);
  }
  return { of, into };
}
