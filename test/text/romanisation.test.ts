import { expect, test } from 'vitest';
import { clean } from '../../src/text/clean.ts';
import { tokenise } from '../../src/text/tokens.ts';

const read = (text: string): string =>
  tokenise(clean(text).text)
    .map((token) => token.text)
    .join(' ');

// Public figures of the lists' articles and people long dead; readings by the standard that each table names.
test.each([
  ['Latin', 'Atatürk', 'ataturk'],
  ['Latin', 'Trần Hưng Đạo', 'tran hung dao'],
  ['Latin', 'İsmet İnönü', 'ismet inonu'],
  ['Latin', 'Søren Kierkegaard', 'soren kierkegaard'],
  ['Latin', 'Strauß', 'strauss'],
  ['Latin', 'Lech Wałęsa', 'lech walesa'],
  ['Latin', 'Þórbergur Þórðarson', 'thorbergur thordarson'],
  ['Latin', 'Məmməd Əmin Rəsulzadə', 'mammad amin rasulzada'],
  ['Russian', 'Александр Пушкин', 'aleksandr pushkin'],
  ['Russian', 'Лев Николаевич Толстой', 'lev nikolaevich tolstoy'],
  ['Russian', 'Фёдор Достоевский', 'fedor dostoevskiy'],
  ['Russian', 'Никита Хрущёв', 'nikita khrushchev'],
  ['Russian', 'Пётр Чайковский', 'petr chaykovskiy'],
  ['Ukrainian', 'Тарас Шевченко', 'taras shevchenko'],
  ['Ukrainian', 'Михайло Грушевський', 'mykhailo hrushevskyi'],
  ['Ukrainian', 'Юрій Федькович', 'yurii fedkovych'],
  ['Belarusian', 'Францыск Скарына і Янка Купаў', 'frantsysk skaryna i yanka kupau'],
  ['Belarusian', 'Яўген Аляксандравіч', 'yauhen aliaksandravich'],
  ['Bulgarian', 'Пейо Яворов Гълъбов', 'peyo yavorov galabov'],
  ['Serbian', 'Слободан Милошевић', 'slobodan milosevic'],
  ['Serbian', 'Вук Стефановић Караџић', 'vuk stefanovic karadzic'],
  ['Macedonian', 'Ѓорѓија Пулевски', 'gjorgjija pulevski'],
  ['Kazakh', 'Әбілхайыр', 'abilkhayyr'],
  ['Hangul', '세종', 'se jong'],
  ['Hangul', '이순신', 'i sun sin'],
  ['Hangul', '김정은', 'gim jeong eun'],
  ['Hangul', '장호진', 'jang ho jin'],
  ['Han, traditional', '孫文', 'sun wen'],
  ['Han, simplified', '孙中山', 'sun zhong shan'],
  ['Han, surname reading', '单雄信', 'shan xiong xin'],
  ['Han, ü', '吕布', 'lu bu'],
  ['Arabic', 'صلاح الدين', 'slah al din'],
  ['Arabic', 'ابن سينا', 'ibn sina'],
  ['Arabic', 'معمر القذافي', 'mamr al qdhafi'],
  ['Arabic', 'محمود درويش', 'mhmud drwish'],
  ['Arabic', 'عمر الخيام', 'umar al khyam'],
  ['Arabic, points and tatweel', 'مُحَمَّـد', 'mhmd'],
  ['Arabic, written as one', 'عبدالله', 'abdallah'],
  ['Persian', 'ناصر خسرو قبادیانی', 'nasr khsru qbadyani'],
  ['Persian', 'فریدالدین عطار نیشابوری گچ', 'fridaldin atar nishaburi gch'],
  ['Greek', 'Θεοτοκόπουλος', 'theotokopoulos'],
  ['Greek', 'Ευάγγελος Μπότσαρης', 'evangelos botsaris'],
  ['Greek', 'Ευκλείδης', 'efkleidis'],
  ['Greek', 'Ντίνος Μαΐου', 'dinos maiou'],
  ['Hebrew', 'דוד בן גוריון', 'dud ben guriun'],
  ['Hebrew, gershayim', 'רמב״ם', 'rmvm'],
  ['Hebrew, quotation mark', 'רמב"ם', 'rmvm'],
  ['Georgian', 'შოთა რუსთაველი', 'shota rustaveli'],
  ['Georgian', 'ილია ჭავჭავაძე', 'ilia chavchavadze'],
  ['Armenian', 'Հովհաննես Թումանյան', 'hovhannes tumanyan'],
  ['Armenian', 'Եղիշե Չարենց', 'yeghishe charents'],
  ['hiragana', 'とくがわ いえやす', 'tokugawa ieyasu'],
  ['hiragana, long vowel', 'とうきょう', 'tokyo'],
  ['katakana, doubled consonant', 'ハッチョウ', 'hatcho'],
  ['katakana', 'オダ・ノブナガ', 'oda nobunaga'],
  ['Thai, by the fallback', 'สุนทรภู่', 'sunthrphu'],
  ['Devanagari, by the fallback', 'कबीर', 'kbir'],
])('%s: %s reads %s', (_script, written, reading) => {
  expect(read(written)).toBe(reading);
});

test('Arabic and Hebrew words are marked as written without vowels, small words with a known reading are not', () => {
  const tokens = tokenise('ابن سينا');
  expect(tokens.map((token) => token.abjad)).toEqual([false, true]);
  expect(tokenise('דוד').every((token) => token.abjad)).toBe(true);
  expect(tokenise('Пушкин').some((token) => token.abjad)).toBe(false);
});

test('a Hangul or Han word gives one token a syllable, joined to the one before', () => {
  const tokens = tokenise('김정은 위원장');
  expect(tokens.map((token) => token.syllable)).toEqual([true, true, true, true, true, true]);
  expect(tokens.map((token) => token.joined)).toEqual([false, true, true, false, true, true]);
  expect(tokens.map((token) => token.raw).join('')).toBe('김정은위원장');
});

test('the Arabic article is a token of its own when at least three letters follow', () => {
  expect(tokenise('القدس').map((token) => [token.text, token.joined])).toEqual([
    ['al', false],
    ['qds', true],
  ]);
  expect(read('الم')).toBe('alm');
});

test('a letter of one word tells how the other words of the name are read', () => {
  expect(read('Григорий')).toBe('grigoriy');
  expect(read('Григорій')).toBe('hryhorii');
});
