/**
 * A word reduced to its consonant classes, with the vowels between them as bit masks: what stays the same when one
 * name is romanised by different systems (muhammad / mohamed, qadhafi / gaddafi, ovsyannikov / ovsiannikov).
 * The idea of equivalence classes for cross-script names: Freeman, Condon & Ackerman 2006; classes here are our own.
 */
export interface Skeleton {
  /** One capital letter a consonant class, doubles collapsed. Empty for words of vowels only. */
  readonly classes: string;
  /** Vowel mask of each slot (before, between and after the classes): `classes.length + 1` values of 0–7. */
  readonly masks: readonly number[];
}

const A = 1;
const I = 2;
const E = A | I;
const O = 4;

/** Longest first: digraphs of the usual romanisations. "-" as class means two classes, spelt out. */
const GRAPHS: readonly (readonly [string, string])[] = [
  ['shch', 'X'],
  ['tsch', 'C'],
  ['dzh', 'J'],
  ['sch', 'X'],
  ['tch', 'C'],
  ['kh', 'H'],
  ['gh', 'K'],
  ['ck', 'K'],
  ['sh', 'X'],
  ['ch', 'C'],
  ['cz', 'C'],
  ['zh', 'J'],
  ['dj', 'J'],
  ['th', 'T'],
  ['dh', 'D'],
  ['bh', 'B'],
  ['rh', 'R'],
  ['ph', 'F'],
  ['wh', 'V'],
  ['sz', 'S'],
  ['tz', 'TS'],
  ['q', 'K'],
  ['k', 'K'],
  ['g', 'K'],
  ['c', 'K'],
  ['x', 'KS'],
  ['j', 'J'],
  ['v', 'V'],
  ['w', 'V'],
  ['h', 'H'],
];

const BY_FIRST: ReadonlyMap<number, readonly (readonly [string, string])[]> = (() => {
  const map = new Map<number, (readonly [string, string])[]>();
  for (const graph of GRAPHS) {
    const first = graph[0].charCodeAt(0);
    map.set(first, [...(map.get(first) ?? []), graph]);
  }
  return map;
})();

const VOWEL = new Uint8Array(128);
VOWEL['a'.charCodeAt(0)] = A;
VOWEL['e'.charCodeAt(0)] = E;
VOWEL['i'.charCodeAt(0)] = I;
VOWEL['y'.charCodeAt(0)] = I;
VOWEL['o'.charCodeAt(0)] = O;
VOWEL['u'.charCodeAt(0)] = O;

/** The skeleton of a folded word (a–z0–9). Digits are classes of their own. */
export function skeleton(word: string): Skeleton {
  let classes = '';
  const masks: number[] = [];
  let mask = 0;
  let i = 0;
  const n = word.length;
  while (i < n) {
    const code = word.charCodeAt(i);
    const vowel = code < 128 ? VOWEL[code]! : 0;
    if (vowel !== 0) {
      mask |= vowel;
      i++;
      continue;
    }
    let found = word[i]!.toUpperCase();
    let length = 1;
    for (const [graph, cls] of BY_FIRST.get(code) ?? []) {
      if (word.startsWith(graph, i)) {
        found = cls;
        length = graph.length;
        break;
      }
    }
    // -ff at the end is the French and German way to write -v (Smirnoff).
    if (found === 'F' && i + 2 === n && word[i + 1] === 'f') {
      found = 'V';
      length = 2;
    }
    i += length;
    if (found === 'H' && length === 1 && i === n) break;
    for (const cls of found) {
      if (mask === 0 && classes.endsWith(cls)) continue;
      classes += cls;
      masks.push(mask);
      mask = 0;
    }
  }
  masks.push(mask);
  return { classes, masks };
}

const LOOSE: ReadonlyMap<string, string> = new Map([
  ['C', 'X'],
  ['J', 'X'],
  ['H', 'X'],
  ['Z', 'S'],
  ['F', 'V'],
]);

/** Classes once more merged (ch = sh = zh = j = kh, s = z, f = v): Choigou / Shoigu, Prigoschin / Prigozhin. */
export function looseClasses(classes: string): string {
  let out = '';
  for (const cls of classes) {
    const merged = LOOSE.get(cls) ?? cls;
    if (!out.endsWith(merged)) out += merged;
  }
  return out;
}

/**
 * How many vowel slots of two equal skeletons disagree; 2 stands for "two or more" and ends the count.
 *
 * Slots agree when their vowels can be the same sound (the masks intersect). With one or two consonants little else
 * tells words apart (royal / reel, li / lu), so the masks must then be equal, e counting as i. An empty slot agrees
 * with any vowel only when that side was written in an abjad, which leaves vowels out.
 */
export function vowelDifferences(a: Skeleton, b: Skeleton, aAbjad: boolean, bAbjad: boolean): 0 | 1 | 2 {
  const strict = a.classes.length < 3;
  let off = 0;
  for (let i = 0; i < a.masks.length; i++) {
    const x = a.masks[i]!;
    const y = b.masks[i]!;
    if (x === y || (x & y) !== 0) {
      if (!strict || x === y || (x & I) === (y & I)) continue;
    } else if ((x === 0 && aAbjad) || (y === 0 && bAbjad)) continue;
    // A vowel missing in Latin letters makes another word (smith / summit, baltech / belletech) or is a plain typo.
    else if (x === 0 || y === 0) return 2;
    off++;
    if (off > 1) return 2;
  }
  return off as 0 | 1;
}
