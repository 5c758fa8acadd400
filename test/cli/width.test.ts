import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTable } from '../../src/cli/table.ts';
import { cut, isolate, pad, printable, textWidth, wrap } from '../../src/cli/width.ts';

describe('columns in a terminal', () => {
  it.each([
    ['Kim', 3],
    ['김정은', 6],
    ['習近平', 6],
    ['Владимир', 8],
    ['ｆｕｌｌ', 8],
    ['e\u0301', 1],
    ['مُحَمَّد', 4],
    ['a\u200bb', 2],
    ['', 0],
  ])('counts %j as %i columns', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  it('cuts wide letters whole', () => {
    expect(cut('김정은입니다', 6)).toBe('김정…');
    expect(textWidth(cut('김정은입니다', 6))).toBeLessThanOrEqual(6);
  });

  it('never cuts or wraps to more than the width', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map(printable);
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (value, width) => {
        expect(textWidth(cut(value, width))).toBeLessThanOrEqual(width);
        for (const line of wrap(value, width)) expect(textWidth(line)).toBeLessThanOrEqual(width);
        expect(textWidth(pad(cut(value, width), width))).toBe(width);
      }),
    );
  });

  it('keeps every word when it wraps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 12 }),
        fc.integer({ min: 12, max: 40 }),
        (words, width) => {
          expect(wrap(words.join(' '), width).join(' ')).toBe(words.join(' '));
        },
      ),
    );
  });

  it('lets no text steer the terminal', () => {
    expect(printable('a\u001b[2Jb\r\u009bc\u202ed')).toBe('a [2Jb  c d');
  });

  it('isolates text that runs from right to left, and no other', () => {
    expect(isolate('محمد')).toBe('\u2068محمد\u2069');
    expect(isolate('김정은')).toBe('김정은');
  });
});

describe('a table', () => {
  const columns = [
    { title: 'NAME', min: 4, max: 30 },
    { title: 'LIST', min: 4, max: 30 },
  ];
  const plain = (text: string): string => text;
  /** Columns before the second cell of each line. */
  const second = (line: string, cell: string): number => textWidth(line.slice(0, line.indexOf(cell)));

  it('aligns wide, narrow and right-to-left names', () => {
    const lines = renderTable(
      columns,
      [
        [{ text: '김정은' }, { text: 'x1' }],
        [{ text: 'Kim' }, { text: 'x2' }],
        [{ text: 'محمد' }, { text: 'x3' }],
      ],
      80,
      plain,
    ).split('\n');
    expect([
      second(lines[0]!, 'LIST'),
      second(lines[1]!, 'x1'),
      second(lines[2]!, 'x2'),
      second(lines[3]!, 'x3'),
    ]).toEqual([8, 8, 8, 8]);
  });

  it('fits any width that its columns can be squeezed to', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), {
          maxLength: 6,
        }),
        fc.integer({ min: 10, max: 60 }),
        (rows, width) => {
          const text = renderTable(
            columns,
            rows.map(([a, b]) => [{ text: a }, { text: b }]),
            width,
            plain,
          );
          expect(text.split('\n')).toHaveLength(rows.length + 2);
          for (const line of text.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
