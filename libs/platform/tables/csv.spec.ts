import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCsv } from './csv.js';

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('CSV', () => {
  it('comes back as it was written, whatever the cells below the headings hold', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ñ', '"', ',', ';', '\n', '\r', ' '), minLength: 1 });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (body, by, ending) => {
          const rows = [(body[0] ?? []).map((_, at) => `heading ${at}`), ...body];
          const written = rows.map((row) => row.map(cell).join(by)).join(ending);
          expect(readCsv(written)).toEqual({
            records: rows.map((fields, at) => ({ row: at + 1, fields })),
            problems: [],
          });
        },
      ),
    );
  });

  it.each([
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\uFEFFa;b\r\n1,5;2\r\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'sep=;\na;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a\tb\n1\t',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    [
      'a,b\n1,',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['one column', [['one column']]],
    ['', []],
  ])('reads %j', (text, fields) => {
    const { records, problems } = readCsv(text);
    expect([records.map((record) => record.fields), problems]).toEqual([fields, []]);
  });

  it('numbers rows as a spreadsheet does: empty ones count, line breaks in a cell do not', () => {
    const { records } = readCsv('a,b\n"1\n1",2\n\n,\n3,4\n');
    expect(records.map(({ row }) => row)).toEqual([1, 2, 5]);
  });

  it('tells of a quotation mark that is not closed and of text behind a closed one', () => {
    expect(readCsv('a,b\n1,"2\n3,4').problems).toMatchObject([{ row: 2 }]);
    const { records, problems } = readCsv('a,b\n"1"x,2\n3,4');
    expect(problems).toMatchObject([{ row: 2, value: '1' }]);
    expect(records.at(-1)).toEqual({ row: 3, fields: ['3', '4'] });
  });
});
