/**
 * Letters of the scripts that official lists and customer files hold, as [first, last, ISO 15924 code], ascending.
 * Gaps inside a block are digits, marks and punctuation, which say nothing about the script of a name.
 * Source: own reading of the block and letter ranges of the Unicode Standard, chapter "Code Charts".
 */
const RANGES: readonly (readonly [number, number, string])[] = [
  [0x41, 0x5a, 'Latn'],
  [0x61, 0x7a, 'Latn'],
  [0xaa, 0xaa, 'Latn'],
  [0xba, 0xba, 'Latn'],
  [0xc0, 0xd6, 'Latn'],
  [0xd8, 0xf6, 'Latn'],
  [0xf8, 0x2af, 'Latn'],
  [0x370, 0x373, 'Grek'],
  [0x376, 0x377, 'Grek'],
  [0x37b, 0x37d, 'Grek'],
  [0x37f, 0x37f, 'Grek'],
  [0x386, 0x386, 'Grek'],
  [0x388, 0x3ff, 'Grek'],
  [0x400, 0x481, 'Cyrl'],
  [0x48a, 0x52f, 'Cyrl'],
  [0x531, 0x556, 'Armn'],
  [0x560, 0x588, 'Armn'],
  [0x5d0, 0x5f2, 'Hebr'],
  [0x620, 0x63f, 'Arab'],
  [0x641, 0x64a, 'Arab'],
  [0x66e, 0x66f, 'Arab'],
  [0x671, 0x6d3, 'Arab'],
  [0x6d5, 0x6d5, 'Arab'],
  [0x6e5, 0x6e6, 'Arab'],
  [0x6ee, 0x6ef, 'Arab'],
  [0x6fa, 0x6fc, 'Arab'],
  [0x6ff, 0x6ff, 'Arab'],
  [0x710, 0x72f, 'Syrc'],
  [0x750, 0x77f, 'Arab'],
  [0x780, 0x7a5, 'Thaa'],
  [0x8a0, 0x8c9, 'Arab'],
  [0x904, 0x939, 'Deva'],
  [0x958, 0x961, 'Deva'],
  [0x971, 0x97f, 'Deva'],
  [0x985, 0x9b9, 'Beng'],
  [0x9dc, 0x9e1, 'Beng'],
  [0xa05, 0xa39, 'Guru'],
  [0xa59, 0xa5e, 'Guru'],
  [0xa85, 0xab9, 'Gujr'],
  [0xb05, 0xb39, 'Orya'],
  [0xb85, 0xbb9, 'Taml'],
  [0xc05, 0xc39, 'Telu'],
  [0xc85, 0xcb9, 'Knda'],
  [0xd05, 0xd3a, 'Mlym'],
  [0xd85, 0xdc6, 'Sinh'],
  [0xe01, 0xe30, 'Thai'],
  [0xe32, 0xe33, 'Thai'],
  [0xe40, 0xe46, 'Thai'],
  [0xe81, 0xeb0, 'Laoo'],
  [0xeb2, 0xeb3, 'Laoo'],
  [0xec0, 0xec6, 'Laoo'],
  [0xf40, 0xf6c, 'Tibt'],
  [0x1000, 0x102a, 'Mymr'],
  [0x1050, 0x1055, 'Mymr'],
  [0x10a0, 0x10fa, 'Geor'],
  [0x10fd, 0x10ff, 'Geor'],
  [0x1100, 0x11ff, 'Hang'],
  [0x1200, 0x135a, 'Ethi'],
  [0x1780, 0x17b3, 'Khmr'],
  [0x1820, 0x1878, 'Mong'],
  [0x1c80, 0x1c8a, 'Cyrl'],
  [0x1c90, 0x1cbf, 'Geor'],
  [0x1d00, 0x1d25, 'Latn'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x1f00, 0x1fbc, 'Grek'],
  [0x1fc2, 0x1fcc, 'Grek'],
  [0x1fd0, 0x1fdb, 'Grek'],
  [0x1fe0, 0x1fec, 'Grek'],
  [0x1ff2, 0x1ffc, 'Grek'],
  [0x2c60, 0x2c7f, 'Latn'],
  [0x2d00, 0x2d2d, 'Geor'],
  [0x3005, 0x3007, 'Hani'],
  [0x3041, 0x3096, 'Hira'],
  [0x309d, 0x309f, 'Hira'],
  [0x30a1, 0x30fa, 'Kana'],
  [0x30fd, 0x30ff, 'Kana'],
  [0x3105, 0x312f, 'Bopo'],
  [0x3131, 0x318e, 'Hang'],
  [0x31f0, 0x31ff, 'Kana'],
  [0x3400, 0x4dbf, 'Hani'],
  [0x4e00, 0x9fff, 'Hani'],
  [0xa640, 0xa66e, 'Cyrl'],
  [0xa680, 0xa69b, 'Cyrl'],
  [0xa722, 0xa787, 'Latn'],
  [0xa78b, 0xa7ff, 'Latn'],
  [0xab30, 0xab64, 'Latn'],
  [0xac00, 0xd7a3, 'Hang'],
  [0xf900, 0xfad9, 'Hani'],
  [0xfb00, 0xfb06, 'Latn'],
  [0xfb13, 0xfb17, 'Armn'],
  [0xfb1d, 0xfb4f, 'Hebr'],
  [0xfb50, 0xfbb1, 'Arab'],
  [0xfbd3, 0xfdfb, 'Arab'],
  [0xfe70, 0xfefc, 'Arab'],
  [0xff21, 0xff3a, 'Latn'],
  [0xff41, 0xff5a, 'Latn'],
  [0xff66, 0xff6f, 'Kana'],
  [0xff71, 0xff9d, 'Kana'],
  [0xffa1, 0xffdc, 'Hang'],
  [0x1b000, 0x1b122, 'Hira'],
  [0x20000, 0x323af, 'Hani'],
];

const STARTS = Int32Array.from(RANGES, (range) => range[0]);
const OTHER_LETTER = /\p{L}/u;

/**
 * ISO 15924 code of one letter; `Zyyy` for what is no letter (digits, marks, punctuation, blanks) and `Zzzz` for a
 * letter of a script that no range above names.
 */
export function scriptOfCodePoint(code: number): string {
  let low = 0;
  let high = STARTS.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (STARTS[middle]! <= code) low = middle + 1;
    else high = middle - 1;
  }
  if (high >= 0) {
    const range = RANGES[high]!;
    if (code <= range[1]) return range[2];
  }
  return code > 0x7f && OTHER_LETTER.test(String.fromCodePoint(code)) ? 'Zzzz' : 'Zyyy';
}

/** ISO 15924 code of the script that most letters of the text belong to, the first met on a tie; `Zyyy` without letters. */
export function scriptOf(text: string): string {
  let latin = 0;
  let counts: Map<string, number> | undefined;
  let latinFirst = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      const lower = unit | 0x20;
      if (lower >= 0x61 && lower <= 0x7a) {
        if (latin === 0 && counts === undefined) latinFirst = true;
        latin++;
      }
      continue;
    }
    const code = text.codePointAt(i)!;
    if (code > 0xffff) i++;
    const script = scriptOfCodePoint(code);
    if (script === 'Zyyy') continue;
    counts ??= new Map();
    counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  if (counts === undefined) return latin > 0 ? 'Latn' : 'Zyyy';
  const nonAsciiLatin = counts.get('Latn') ?? 0;
  let best = 'Latn';
  let most = latin + nonAsciiLatin;
  for (const [script, count] of counts) {
    if (script === 'Latn') continue;
    if (count > most || (count === most && best === 'Latn' && !latinFirst && firstOf(counts) === script)) {
      best = script;
      most = count;
    }
  }
  return best;
}

function firstOf(counts: ReadonlyMap<string, number>): string {
  for (const script of counts.keys()) return script;
  return 'Zyyy';
}
