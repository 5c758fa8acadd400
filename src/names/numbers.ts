/**
 * Numbers tell bodies and ships apart (Fund I is not Fund II, vessel 5 not vessel 6), however they are written:
 * 05, V, "five", 5th. Canonical form: decimal digits without leading zeros.
 */
const ROMAN: ReadonlyMap<string, number> = new Map(
  'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'
    .split(' ')
    .map((r, i) => [r, i + 1]),
);

const UNITS: ReadonlyMap<string, number> = new Map(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i + 2]),
);

const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
);

/** The number a word of digits or an ordinal like `3rd` stands for; null when it is no number. */
export function digitNumber(word: string): string | null {
  const digits = /^(\d+)(?:st|nd|rd|th)?$/.exec(word)?.[1];
  return digits === undefined ? null : digits.replace(/^0+(?=\d)/, '');
}

/**
 * The number a word stands for in the name of a body or ship, with how many words it took. Roman numerals of one
 * letter count only at the end of a name ("Adrian Darya I"), where nobody means the letter.
 */
export function numberAt(words: readonly string[], at: number): { number: string; count: number } | null {
  const word = words[at]!;
  const digits = digitNumber(word);
  if (digits !== null) return { number: digits, count: 1 };
  const roman = ROMAN.get(word);
  if (roman !== undefined && at > 0 && (word.length > 1 || at === words.length - 1))
    return { number: String(roman), count: 1 };
  const ten = TENS.get(word);
  if (ten !== undefined) {
    const unit = UNITS.get(words[at + 1] ?? '') ?? (words[at + 1] === 'one' ? 1 : undefined);
    if (unit !== undefined && unit < 10) return { number: String(ten + unit), count: 2 };
    return { number: String(ten), count: 1 };
  }
  const unit = UNITS.get(word);
  return unit === undefined ? null : { number: String(unit), count: 1 };
}
