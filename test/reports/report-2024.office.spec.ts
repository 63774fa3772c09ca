import { beforeAll, describe, expect, it } from '@jest/globals';
import { composeReport, composeSheet, type Sheet } from '#features/reports';
import { reportWord } from '../../libs/features/reports/word/report.word.js';
import { snapshot2024 } from '../factories/snapshot-2024.js';
import { printedByLibreOffice } from './libre-office.js';
import { type ReadPdf, readPdf, withoutSpace } from './pdf-checks.js';

const origin = { snapshotId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', number: 1, sha256: '0'.repeat(64) };

const TRACKER = 'https://mirps.example.org';
const content = snapshot2024('annual');

describe('the Word file of the Annual Report 2024 in LibreOffice', () => {
  const document = composeReport(content, origin, 'annual', 'es');
  let printed: ReadPdf;

  const times = (text: string): number => printed.text.split(withoutSpace(text)).length - 1;

  beforeAll(async () => {
    const [report = Buffer.of()] = await printedByLibreOffice(await reportWord(document, TRACKER));
    printed = await readPdf(report);
  });

  it('has every chapter and section in its contents and in its place', () => {
    const titles = document.sections.flatMap(({ number, title, sections }) => [
      `${number} ${title}`,
      ...sections.map((child) => `${child.number} ${child.title}`),
    ]);
    expect(titles.length).toBeGreaterThan(75);
    expect(titles.filter((title) => times(title) < 2)).toEqual([]);
  });

  it('repeats the head of a table on each of its pages', () => {
    const long = document.sections
      .flatMap(({ blocks, sections }) => [...blocks, ...sections.flatMap((child) => child.blocks)])
      .flatMap((block) => (block.type === 'table' && block.rows.length > 50 ? [block] : []));
    expect(long.map(({ id }) => id)).toEqual(['data-notes', 'acronyms']);
    for (const { columns } of long)
      expect(times(columns.map(({ title }) => title).join(''))).toBeGreaterThan(1);
  });

  it('tells each of the 199 facts, and its footnotes', () => {
    // A page may end in a fact, but not in its first line.
    const began = content.facts.map((fact) => (fact.textEs ?? fact.code ?? '?').slice(0, 40));
    expect(began).toHaveLength(199);
    expect(began.filter((text) => times(text) === 0)).toEqual([]);
    expect(times('Período: oct 2022–ago 2023')).toBeGreaterThan(0);
  });

  it('leads to its places, and shows no field or reference that was not resolved', () => {
    expect(printed.pages).toBeGreaterThan(60);
    expect(printed.pages).toBeLessThan(200);
    expect(printed.linksWithin).toBeGreaterThan(400);
    expect(
      /.{0,30}(?:Error:|¡Error|{{|}}|MERGEFORMAT|PAGEREF|STYLEREF).{0,30}/.exec(printed.text),
    ).toBeNull();
  });
});

it('sets the sheet of each State on two pages, of each team and of the pledges on one, in both languages', async () => {
  const papers: [Sheet, number][] = [
    ...['BZ', 'CR', 'GT', 'HN', 'MX', 'PA', 'SV'].map((subject): [Sheet, number] => [
      { kind: 'state', subject },
      2,
    ]),
    ...['RTT-RA', 'RTT-ID', 'RTT-JL', 'RTT-LG'].map((subject): [Sheet, number] => [
      { kind: 'team', subject },
      1,
    ]),
    [{ kind: 'pledges', subject: '' }, 1],
  ];
  const sheets = papers.flatMap(([paper, pages]) =>
    (['en', 'es'] as const).map((lang) => ({ sheet: composeSheet(content, origin, paper, lang), pages })),
  );
  const words = await Promise.all(
    sheets.map(({ sheet }) =>
      sheet ? reportWord(sheet, TRACKER) : Promise.reject(new Error('No such paper')),
    ),
  );
  const printed = await Promise.all((await printedByLibreOffice(...words)).map((file) => readPdf(file)));
  expect(printed.map(({ pages }, i) => `${sheets[i]?.sheet?.cover.name}: ${pages}`)).toEqual(
    sheets.map(({ sheet, pages }) => `${sheet?.cover.name}: ${pages}`),
  );
});
