import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates, dateFromParts, dateRange, dateText, parseDate } from '../../src/model/dates.ts';

describe('a date as lists and people write it', () => {
  it.each([
    ['14 Jun 1975', 'day', '1975-06-14', '1975-06-14'],
    ['Feb 1962', 'month', '1962-02-01', '1962-02-28'],
    ['Feb 1964', 'month', '1964-02-01', '1964-02-29'],
    ['1962', 'year', '1962-01-01', '1962-12-31'],
    ['1962 to 1963', 'range', '1962-01-01', '1963-12-31'],
    ['1962 to 1962', 'year', '1962-01-01', '1962-12-31'],
    ['03 May 1962 to 05 Jun 1963', 'range', '1962-05-03', '1963-06-05'],
    ['1975-06-14', 'day', '1975-06-14', '1975-06-14'],
    ['1975-06-14T00:00:00Z', 'day', '1975-06-14', '1975-06-14'],
    ['1975-06-14 00:00', 'day', '1975-06-14', '1975-06-14'],
    ['1975-06', 'month', '1975-06-01', '1975-06-30'],
    ['19750614', 'day', '1975-06-14', '1975-06-14'],
    ['dd/mm/1958', 'year', '1958-01-01', '1958-12-31'],
    ['dd/05/1958', 'month', '1958-05-01', '1958-05-31'],
    ['00/00/1980', 'year', '1980-01-01', '1980-12-31'],
    ["'1958", 'year', '1958-01-01', '1958-12-31'],
    ["'03/05/1958", 'day', '1958-05-03', '1958-05-03'],
    ['14/06/1975', 'day', '1975-06-14', '1975-06-14'],
    ['14.06.1975', 'day', '1975-06-14', '1975-06-14'],
    ['1975/06/14', 'day', '1975-06-14', '1975-06-14'],
    ['06/1975', 'month', '1975-06-01', '1975-06-30'],
    ['14 June 1975', 'day', '1975-06-14', '1975-06-14'],
    ['14-Jun-1975', 'day', '1975-06-14', '1975-06-14'],
    ['14th June, 1975', 'day', '1975-06-14', '1975-06-14'],
    ['June 14, 1975', 'day', '1975-06-14', '1975-06-14'],
    ['Sept. 1975', 'month', '1975-09-01', '1975-09-30'],
    ['1954 or 1955', 'range', '1954-01-01', '1955-12-31'],
    ['1945, 1946', 'range', '1945-01-01', '1946-12-31'],
    ['30/04/1963 or 1960', 'range', '1960-01-01', '1963-04-30'],
    ['1960-62', 'range', '1960-01-01', '1962-12-31'],
    ['1960/1961', 'range', '1960-01-01', '1961-12-31'],
    ['Between Aug. and Sep. 1977', 'range', '1977-08-01', '1977-09-30'],
    ['1951年3月', 'month', '1951-03-01', '1951-03-31'],
    ['1975년 6월 14일', 'day', '1975-06-14', '1975-06-14'],
    ['１９７５', 'year', '1975-01-01', '1975-12-31'],
  ])('%s is a %s', (raw, precision, from, to) => {
    expect(parseDate(raw)).toEqual({ raw, precision, from, to, circa: false, calendar: 'gregorian' });
  });

  it.each([
    ['circa 1962', 'year', '1962-01-01', '1962-12-31'],
    ['c.1962', 'year', '1962-01-01', '1962-12-31'],
    ['Approximately 1965', 'year', '1965-01-01', '1965-12-31'],
    ['circa 1960-1962', 'range', '1960-01-01', '1962-12-31'],
    ['c. 1960 - c. 1962', 'range', '1960-01-01', '1962-12-31'],
    ['1960s', 'range', '1960-01-01', '1969-12-31'],
    ['born in the early 1960s', 'range', '1960-01-01', '1963-12-31'],
    ['late 1970’s', 'range', '1976-01-01', '1979-12-31'],
  ])('%s is a circa %s', (raw, precision, from, to) => {
    expect(parseDate(raw)).toEqual({ raw, precision, from, to, circa: true, calendar: 'gregorian' });
  });

  it.each([
    '',
    '31 Feb 1970',
    '29/02/1970',
    '3017',
    '1799',
    '2101-01-01',
    'Sep-71',
    '13/11/19yy',
    '1975-13',
    '30/30/1970',
    'Mayor 1970',
    '1963 to 1960',
    '30-35 years old',
    'unknown',
    'circa',
  ])('"%s" is no date and keeps its text', (raw) => {
    expect(parseDate(raw)).toMatchObject({ raw, precision: 'unknown', from: null, to: null });
  });

  it('reads numbers day first, month first only where that alone is possible', () => {
    expect(parseDate('05/06/1970').from).toBe('1970-06-05');
    expect(parseDate('05/30/1970').from).toBe('1970-05-30');
  });

  it('reads every day of the calendar alike in all shapes', () => {
    const day = fc.date({ min: new Date('1800-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-') as [string, string, string];
        for (const text of [
          iso,
          `${dayOfMonth}/${month}/${year}`,
          `${dayOfMonth}.${month}.${year}`,
          year + month + dayOfMonth,
        ])
          expect(parseDate(text)).toMatchObject({ precision: 'day', from: iso, to: iso });
      }),
    );
  });

  it('never throws and never gives half a range', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789/-., adeJnorst年') }), (text) => {
        const date = parseDate(text);
        expect(date.raw).toBe(text);
        expect((date.from === null) === (date.to === null)).toBe(true);
        expect((date.from === null) === (date.precision === 'unknown')).toBe(true);
        if (date.from !== null && date.to !== null) expect(date.from <= date.to).toBe(true);
      }),
    );
  });
});

describe('a date from its parts', () => {
  it('takes zero and null as not given', () => {
    expect(dateFromParts({ raw: '', year: 1980, month: 0, day: 0 }).precision).toBe('year');
    expect(dateFromParts({ raw: '', year: 1980, month: null, day: 12 }).precision).toBe('year');
    expect(dateFromParts({ raw: '', year: 0, month: 5 }).precision).toBe('unknown');
  });

  it('is unknown when a part is no number', () => {
    expect(dateFromParts({ raw: 'x', year: 1980, month: Number.NaN }).from).toBeNull();
  });

  it.each([
    // 1 Farvardin of the years around two leap years (1399, 1403), and the revolution of 22 Bahman 1357.
    ['persian', 1399, 1, 1, '2020-03-20'],
    ['persian', 1399, 12, 30, '2021-03-20'],
    ['persian', 1400, 1, 1, '2021-03-21'],
    ['persian', 1357, 11, 22, '1979-02-11'],
    // The table of Calendrical Calculations, appendix C, and the start of 1445 AH.
    ['islamic', 1255, 1, 11, '1839-03-27'],
    ['islamic', 1321, 1, 21, '1903-04-19'],
    ['islamic', 1412, 9, 13, '1992-03-17'],
    ['islamic', 1362, 10, 7, '1943-10-07'],
    ['islamic', 1445, 1, 1, '2023-07-19'],
  ] as const)('converts the %s day %i-%i-%i within a day of %s', (calendar, year, month, day, gregorian) => {
    const { from, to, precision } = dateFromParts({ raw: '', year, month, day, calendar });
    const at = (text: string): number => Date.parse(text) / 86_400_000;
    expect(precision).toBe('day');
    expect([at(from!), at(to!)]).toEqual([at(gregorian) - 1, at(gregorian) + 1]);
  });

  it('keeps an Islamic year as wide as it is', () => {
    const { from, to } = dateFromParts({ raw: '1380', year: 1380, calendar: 'islamic' });
    expect([from, to]).toEqual(['1960-06-25', '1961-06-15']);
  });

  it('does not take a year of another calendar for one of ours', () => {
    expect(dateFromParts({ raw: '5735', year: 5735, calendar: 'hebrew' }).from).toBeNull();
    expect(dateFromParts({ raw: '1975', year: 1975, calendar: 'persian' }).from).toBeNull();
    expect(dateFromParts({ raw: '12', year: 12, calendar: 'islamic' }).from).toBeNull();
    expect(dateFromParts({ raw: '', year: 1399, month: 13, calendar: 'persian' }).from).toBeNull();
    expect(dateFromParts({ raw: '', year: 1400, month: 12, day: 30, calendar: 'persian' }).from).toBeNull();
  });
});

describe('the plain text of a date', () => {
  it.each([
    ['14 Jun 1975', ['1975-06-14']],
    ['Jun 1975', ['1975-06']],
    ['circa 1975', ['1975']],
    ['1970 to 1972', ['1970', '1971', '1972']],
    ['1970 to 1975', ['1970', '1971', '1972', '1973', '1974', '1975']],
    ['1970 to 1976', []],
    ['Sep-71', []],
  ])('of %s is %j', (raw, text) => {
    expect(dateText(parseDate(raw))).toEqual(text);
  });

  it('of a converted year names both years it may be', () => {
    expect(dateText(dateFromParts({ raw: '', year: 1380, calendar: 'islamic' }))).toEqual(['1960', '1961']);
  });
});

describe('two dates', () => {
  it.each([
    ['14 Jun 1975', '1975-06-14', 'same'],
    ['14 Jun 1975', '1975', 'compatible'],
    ['1975-06', '14 Jun 1975', 'compatible'],
    ['1974 to 1976', '14 Jun 1975', 'compatible'],
    ['1976', '14 Jun 1975', 'close'],
    ['1977', '14 Jun 1975', 'contradicted'],
    ['circa 1977', '14 Jun 1975', 'close'],
    ['circa 1978', '14 Jun 1975', 'contradicted'],
    ['15 Jun 1975', '14 Jun 1975', 'close'],
    ['14 Jul 1975', '14 Jun 1975', 'close'],
    ['14 Jun 1976', '14 Jun 1975', 'close'],
    ['14 Jun 1977', '14 Jun 1975', 'contradicted'],
    ['15 Jul 1975', '14 Jun 1975', 'contradicted'],
    ['3 May 1975', '5 Mar 1975', 'swapped'],
    ['3 May 1975', '5 Mar 1976', 'contradicted'],
    ['Jun 1976', 'Jun 1975', 'close'],
    ['Jul 1975', '14 Jun 1975', 'close'],
    ['Jul 1976', '14 Jun 1975', 'contradicted'],
    ['1970 to 1972', '1973', 'close'],
    ['1970 to 1972', '1974', 'contradicted'],
    ['Sep-71', '1971', 'unknown'],
  ])('%s and %s are %s', (a, b, expected) => {
    expect(compareDates(parseDate(a), parseDate(b))).toBe(expected);
    expect(compareDates(parseDate(b), parseDate(a))).toBe(expected);
  });

  it('are not called the same day when a calendar leaves three', () => {
    const persian = dateFromParts({ raw: '', year: 1357, month: 11, day: 22, calendar: 'persian' });
    expect(compareDates(parseDate('1979-02-11'), persian)).toBe('compatible');
    expect(compareDates(parseDate('1979-02-13'), persian)).toBe('contradicted');
  });

  it('stand to each other the same way in either order', () => {
    const date = fc
      .tuple(
        fc.integer({ min: 1960, max: 1966 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 28 }),
        fc.boolean(),
      )
      .map(([year, month, day, circa]) => dateFromParts({ raw: '', year, month, day, circa }));
    fc.assert(fc.property(date, date, (a, b) => compareDates(a, b) === compareDates(b, a)));
  });
});

describe('a range of dates', () => {
  it('runs from the first day of one to the last of the other', () => {
    expect(dateRange({ raw: '1962-05 to 1963', from: '1962-05', to: '1963' })).toMatchObject({
      precision: 'range',
      from: '1962-05-01',
      to: '1963-12-31',
    });
  });

  it('is unknown when it runs backwards or an end cannot be read', () => {
    expect(dateRange({ raw: 'x', from: '1963', to: '1962' }).precision).toBe('unknown');
    expect(dateRange({ raw: 'x', from: '1963', to: 'present' }).precision).toBe('unknown');
  });
});
