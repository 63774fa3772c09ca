import { beforeAll, describe, expect, it } from '@jest/globals';
import { composeReport, type RenderedReport, renderReport } from '#features/reports';
import { snapshot2024 } from '../factories/snapshot-2024.js';
import { pictures } from './pictures.js';
import { type ReadPdf, readPdf, withoutSpace } from './pdf-checks.js';

const origin = { snapshotId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', number: 1, sha256: '0'.repeat(64) };
const TRACKER = 'https://mirps.example.org';

describe.each(['en', 'es'] as const)('the PDF of the Annual Report 2024 in %s', (lang) => {
  const content = snapshot2024('annual');
  const render = (): Promise<RenderedReport> => renderReport(content, origin, 'annual', lang, 'pdf', TRACKER);
  let rendered: RenderedReport;
  let pdf: ReadPdf;

  beforeAll(async () => {
    rendered = await render();
    pdf = await readPdf(rendered.body as Buffer);
  });

  it('says its title and language, is tagged and claims PDF/UA-1', () => {
    expect(pdf).toMatchObject({
      title: lang === 'en' ? 'MIRPS Annual Report 2024' : 'Informe Anual del MIRPS 2024',
      lang,
      tagged: true,
    });
    expect((rendered.body as Buffer).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf.pages).toBeGreaterThan(40);
  });

  it('tells each of the 199 facts', () => {
    expect(content.facts).toHaveLength(199);
    const missing = content.facts.filter(
      (fact) =>
        !pdf.text.includes(withoutSpace((lang === 'en' ? fact.textEn : fact.textEs) ?? fact.code ?? '?')),
    );
    expect(missing.map(({ code }) => code)).toEqual([]);
  });

  it('notes the period of figures that are of another one at the foot of the page', () => {
    const period = lang === 'en' ? 'Period:Oct2022–Aug2023' : 'Período:oct2022–ago2023';
    // Of the chapter, of the annex of figures, and in the list.
    expect(pdf.text.split(period).length - 1).toBe(3);
  });

  it('has headings, lists, tables and links as such, and words for each chart', () => {
    const count = (role: string): number => pdf.roles.get(role) ?? 0;
    expect(count('H1')).toBeGreaterThan(15);
    expect(count('Table')).toBeGreaterThan(30);
    expect(count('TH')).toBeGreaterThan(100);
    expect(count('L')).toBeGreaterThan(50);
    expect(count('Link')).toBeGreaterThan(200);
    expect(count('Figure')).toBe(pictures(composeReport(content, origin, 'annual', lang)).length);
    expect(pdf.figuresWithoutWords).toBe(0);
  });

  it('leads to its own places on their pages, and else to the web', () => {
    expect(pdf.linksWithin).toBeGreaterThan(1_000);
    expect(pdf.lostLinks).toBe(0);
    // The default, which Poppler takes for an error where it is written.
    expect((rendered.body as Buffer).includes('/Suspects')).toBe(false);
    expect(pdf.addresses.filter((address) => !/^https?:/.test(address))).toEqual([]);
  });

  it('leaves no page to a line or two, and the note of a table on its page', () => {
    const short = pdf.pageTexts.flatMap((text, i) => (text.length < 200 ? [`${i + 1}: ${text}`] : []));
    expect(short).toEqual([]);
    const [caption, note] =
      lang === 'en'
        ? ['Reportedcommitmentsandmeanprogressby', 'Eachcell:reported']
        : ['CompromisosinformadosyavancemedioporEstado', 'Cadacelda:compromisos'];
    const pagesWith = (words: string): number[] =>
      pdf.pageTexts.flatMap((text, i) => (text.includes(words) ? [i] : []));
    expect(pagesWith(note)).toHaveLength(1);
    expect(pagesWith(note)).toEqual(pagesWith(caption));
  });

  it('packs its tags, and leaves what it is in the open', () => {
    const bytes = rendered.body as Buffer;
    expect([bytes.includes('/Type /ObjStm'), bytes.includes('/Type /StructElem')]).toEqual([true, false]);
    expect([bytes.includes('/Type /Catalog'), bytes.includes('/MarkInfo')]).toEqual([true, true]);
  });

  if (lang === 'es')
    it('has the same bytes again', async () => {
      expect((await render()).sha256).toBe(rendered.sha256);
    });
});
