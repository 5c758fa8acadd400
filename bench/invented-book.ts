/** Invented given names and surnames of several cultures; no person is meant. */
const GIVEN = [
  'Marta',
  'Oskar',
  'Ngozi',
  'Taro',
  'Leila',
  'Pavel',
  'Soo-jin',
  'Diego',
  'Ines',
  'Wei',
  'Amara',
  'Björn',
];
const FAMILY = [
  'Quillfeather',
  'Brannock',
  'Adewumi',
  'Hoshikawa',
  'Rahmani',
  'Kovalchik',
  'Han',
  'Velasco',
  'Tan',
  'Lindqvist',
];
const SYLLABLES = [
  'ba',
  'do',
  'fi',
  'gu',
  'ka',
  'lo',
  'mi',
  'nu',
  'pe',
  'ra',
  'so',
  'tu',
  've',
  'wi',
  'xa',
  'zo',
];
const COUNTRIES = ['DE', 'NG', 'JP', 'IR', 'CZ', 'KR', 'MX', 'SG', 'SE', ''];
/** Names that the carried lists hold. */
const LISTED = ['Kim Jong Un', 'Vladimir Putin', 'Almaz Antey'];

/** Every so many rows a listed name. */
const LISTED_EVERY = 97;

/**
 * The text of a table of parties in pieces of some rows, its header first: people and companies of invented names, nearly
 * every spelling new, some listed names, a blank and a bad row now and then. The same for the same number.
 */
export function* inventedBook(rows: number): Generator<string> {
  let state = 0x2545f491;
  // Xorshift (G. Marsaglia, "Xorshift RNGs", 2003).
  const pick = (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const word = (): string => {
    let text = '';
    for (let i = 2 + pick(3); i > 0; i--) text += SYLLABLES[pick(SYLLABLES.length)]!;
    return text[0]!.toUpperCase() + text.slice(1);
  };
  let text = 'client_ref,name,schema,birth_date,country\n';
  for (let row = 1; row <= rows; row++) {
    text += inventedRow(row);
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  yield text;

  function inventedRow(row: number): string {
    if (row % 1009 === 0) return '\n';
    if (row % 1013 === 0) return `C-${row},only two cells\n`;
    if (row % LISTED_EVERY === 0) return `C-${row},${LISTED[pick(LISTED.length)]!},,,\n`;
    const country = COUNTRIES[pick(COUNTRIES.length)]!;
    if (pick(4) === 0) return `C-${row},"${word()} ${word()} Trading, Ltd.",Company,,${country}\n`;
    const family = pick(2) === 0 ? FAMILY[pick(FAMILY.length)]! : word();
    return `C-${row},${GIVEN[pick(GIVEN.length)]!} ${word()} ${family},Person,${1930 + pick(75)},${country}\n`;
  }
}

/** Characters of a piece. */
const PIECE = 1 << 16;
