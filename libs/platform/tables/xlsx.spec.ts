import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import { readXlsx } from './xlsx.js';

const MIB = 1024 * 1024;

const cells = (rows: (string | number | boolean | Date | null)[][], formats: Record<string, string> = {}) =>
  writeXlsx({
    sheets: [
      {
        name: 'Data',
        rows,
        cells: new Map(
          Object.entries(formats).map(([at, numFmt]) => {
            const [row = 0, column = 0] = at.split(',').map(Number);
            return [at, { value: rows[row]?.[column] ?? null, style: { numFmt } }];
          }),
        ),
      },
      { name: 'Notes', rows: [['not read']] },
    ],
  });

describe('A workbook', () => {
  it('gives the first sheet as text: days, numbers without noise, percent with its sign, and rows as Excel counts', async () => {
    const bytes = await cells(
      [
        ['Key', 'Day', 'Percent', 'Sum', 'Yes'],
        ['a', new Date('2024-05-01'), 0.07, 0.1 + 0.2, true],
        [null, null, null, null, null],
        ['b', null, null, 12_345_678_901, null],
      ],
      { '1,2': '0%' },
    );
    expect(await readXlsx(bytes)).toEqual({
      problems: [],
      records: [
        { row: 1, fields: ['Key', 'Day', 'Percent', 'Sum', 'Yes'] },
        { row: 2, fields: ['a', '2024-05-01', '7%', '0.3', 'true'] },
        { row: 4, fields: ['b', '', '', '12345678901'] },
      ],
    });
  });

  it('tells of a cell that shows an error, by its name', async () => {
    const read = await readXlsx(
      workbook(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Key</t></is></c></row><row r="2"><c r="A2" t="e"><v>#N/A</v></c></row>',
      ),
    );
    expect(read).toMatchObject({ problems: [{ row: 2, cell: 'A2', value: '#N/A' }] });
  });

  it.each<[string, Uint8Array, string]>([
    ['no archive', Buffer.from('PK\u0003\u0004 but nothing more'), 'cannot be read'],
    [
      'an old or locked workbook',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
      'old .xls file or has a password',
    ],
    ['an archive without sheets', zip([{ name: 'a.txt', content: Buffer.from('a') }]), 'cannot be read'],
    ['a cut file', workbook('').subarray(0, 300), 'cannot be read'],
  ])('that is %s is refused in words', async (_, bytes, words) => {
    expect(await readXlsx(bytes)).toMatchObject({ unreadable: { en: expect.stringContaining(words) } });
  });

  it('resolves no entities, neither of files nor of one another', async () => {
    const bomb = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join(
      '',
    );
    const types = `<!DOCTYPE worksheet [<!ENTITY e0 "${'laugh'.repeat(20)}">${bomb}<!ENTITY file SYSTEM "file:///etc/passwd">]>`;
    const text = (words: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${words}</t></is></c></row>`;
    for (const entity of ['&file;', '&e12;']) {
      const read = JSON.stringify(await readXlsx(workbook(text(`Key ${entity}`), undefined, types)));
      expect(read).not.toMatch(/root:|laugh/);
    }
  });

  it.each<[string, () => Uint8Array, string]>([
    ['a sheet of 400 MiB in one of 400 KiB', () => workbook(' '.repeat(400 * MIB)), '32 MiB'],
    ['the same that lies about its size', () => workbook(' '.repeat(400 * MIB), 1000), 'cannot be read'],
    ['the same that states no size', () => workbook(' '.repeat(400 * MIB), 0), '32 MiB'],
    [
      'two cells at opposite corners',
      () =>
        workbook(
          '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        ),
      'far away',
    ],
    [
      'a million empty rows',
      () => workbook('<row/>'.repeat(1_000_000) + '<row><c><v>1</v></c></row>'),
      'far away',
    ],
  ])('that is %s fills no memory', async (_, make, words) => {
    const bytes = make();
    const before = process.memoryUsage().rss;
    expect(await readXlsx(bytes)).toMatchObject({ unreadable: { en: expect.stringContaining(words) } });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MIB);
  });
});

/** A workbook of one sheet with these rows in XML; `stated` is what the archive says of the sheet's size, `head` comes before it. */
function workbook(rows: string, stated?: number, head = ''): Buffer {
  const type = 'application/vnd.openxmlformats-officedocument';
  const rel = `${type.replace('application/vnd.openxmlformats-', 'http://schemas.openxmlformats.org/')}/2006/relationships`;
  const file = (name: string, text: string) => ({ name, content: Buffer.from(text) });
  const relations = (target: string, kind: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/${kind}" Target="${target}"/></Relationships>`;
  return zip([
    file(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}.spreadsheetml.sheet.main+xml"/></Types>`,
    ),
    file('_rels/.rels', relations('xl/workbook.xml', 'officeDocument')),
    file(
      'xl/workbook.xml',
      `<workbook xmlns:r="${rel}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    file('xl/_rels/workbook.xml.rels', relations('worksheets/sheet1.xml', 'worksheet')),
    {
      ...file('xl/worksheets/sheet1.xml', `${head}<worksheet><sheetData>${rows}</sheetData></worksheet>`),
      ...(stated === undefined ? {} : { stated }),
    },
  ]);
}

function zip(files: { name: string; content: Buffer; stated?: number }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, stated = content.length } of files) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(content), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(stated, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 10, 8, 28);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, Buffer.from(name));
    parts.push(head, Buffer.from(name), packed);
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
