import { type FigureContent, figureText } from '#features/progress';
import type { Loose } from '../regional.reader.js';
import type { Inline, Line, ReportSection, TableBlock } from '../report.document.js';
import { type Material, paragraph, section } from '../report.material.js';
import { commitmentPlaceLink } from './figures.js';
import { table, withoutSilent } from './tables.js';

const WORDS = {
  title: { en: 'Partners’ figures', es: 'Cifras de socios' },
  notice: {
    en: 'These figures are the partners’ own. The State did not report them, and no progress is computed from them.',
    es: 'Estas cifras son de los socios. El Estado no las informó y con ellas no se calcula ningún avance.',
  },
  figure: { en: 'What is counted', es: 'Qué se cuenta' },
  value: { en: 'As the partner gives it', es: 'Como la da el socio' },
  beside: { en: 'Beside', es: 'Junto\u00a0a' },
  source: { en: 'Source', es: 'Fuente' },
};

/** What partners published of a State's year, in a box of its own; `null`: of the region. Nothing when they published nothing. */
export function partnerFigures(stateCode: string | null, material: Material): ReportSection | null {
  const sheets = material
    .regional('partner_figures')
    .items()
    .filter((sheet) => sheet.text('stateCode') === stateCode && sheet.list('figures').length > 0);
  if (sheets.length === 0) return null;
  const words = material.words(WORDS);
  const place = stateCode === null ? 'region' : `chapter-${stateCode}`;
  return section(`${place}-partners`, words.title, {
    blocks: [...paragraph(words.notice, 'notice'), ...sheets.map((sheet) => tableOf(sheet, material))],
  });
}

function tableOf(sheet: Loose, material: Material): TableBlock {
  const words = material.words(WORDS);
  const en = material.lang === 'en';
  const partner = sheet.text(en ? 'partnerEn' : 'partnerEs') ?? '';
  const title = sheet.text(en ? 'titleEn' : 'titleEs') ?? '';
  const told = table(
    `partner-${sheet.text('key') ?? ''}`,
    `${partner}: ${title}`,
    [words.figure, words.value, words.beside, words.source],
    sheet
      .list('figures')
      .map((figure) => [
        figure.pair('label'),
        said(figure, material),
        commitmentsOf(figure, material),
        sourceOf(figure, sheet, material),
      ]),
  );
  return withoutSilent(told, [words.beside]);
}

/** The value with qualifier, window and population, the place, and the footnote behind it. */
function said(figure: Loose, { lang }: Material): Line {
  // The label has its own column.
  const content = {
    ...(figure.raw as FigureContent),
    role: 'observed' as const,
    labelEn: null,
    labelEs: null,
  };
  const place = figure.text('place');
  const footnote = figure.pair('footnote');
  return [
    figureText(content, lang),
    ...(place === null ? [] : [`, ${place}`]),
    ...(footnote === null ? [] : ['. ', footnote]),
  ];
}

const commitmentsOf = (figure: Loose, { index }: Material): Line =>
  figure.list('commitments').flatMap((linked, i): Inline[] => {
    const code = linked.text('code');
    if (code === null) return [];
    const known = index.commitments.some((commitment) => commitment.code === code);
    return [...(i === 0 ? [] : [', ']), known ? commitmentPlaceLink(code) : code];
  });

function sourceOf(figure: Loose, sheet: Loose, material: Material): Line {
  const source = figure.text('source') ?? sheet.text('source');
  const page = figure.text('page');
  return [...material.sources.cite(source === null ? [] : [source]), ...(page === null ? [] : [` ${page}`])];
}
