import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { AREA_COLOURS } from '../report.colours.js';
import type { ReportDocument, ReportSection } from '../report.document.js';
import { noteLines, placesOf } from '../report.places.js';
import { placeId, REPORT_WORDS } from '../report.words.js';
import { blocksWord } from './blocks.word.js';
import { Footnotes, ListedNotes, placed, type WordContext } from './inline.word.js';
import { columnsOf, NO_BORDER, ROWS_ONLY, type WordBlock } from './tables.word.js';
import { withoutChance } from './word.package.js';
import {
  bookmarkOf,
  BRAND,
  PAGE,
  sheetStyles,
  SOFT,
  TEXT_WIDTH,
  wordNumbering,
  wordStyles,
} from './word.styles.js';

const HEADINGS = ['Heading1', 'Heading2', 'Heading3'] as const;

/**
 * The report as a Word document that editors go on with: styles, headings that number themselves, contents and captions
 * that Word updates, sources as footnotes, charts whose numbers can be edited. The same document and address give the same
 * bytes.
 * @param publicUrl where the tracker is, for links to updates
 */
export async function reportWord(document: ReportDocument, publicUrl: string): Promise<Buffer> {
  const { lang, cover } = document;
  const context: WordContext = {
    lang,
    publicUrl,
    places: placesOf(document.sections),
    notes: document.sheet ? new ListedNotes() : new Footnotes(noteLines(document.sections)),
  };
  const file = new Document({
    title: document.title,
    creator: cover.framework,
    lastModifiedBy: cover.framework,
    description: REPORT_WORDS.made[lang](document.origin.sha256),
    styles: document.sheet ? sheetStyles(lang) : wordStyles(lang),
    numbering: wordNumbering(lang),
    compatabilityModeVersion: 15,
    sections: [...(document.sheet ? [] : [coverSection(document)]), bodySection(document, context)],
  });
  return withoutChance(await Packer.toBuffer(file));
}

const page = {
  size: { width: PAGE.width, height: PAGE.height },
  margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
};

const sheetPage = {
  ...page,
  margin: { ...page.margin, top: PAGE.sheetMargin, bottom: PAGE.sheetMargin },
};

function coverSection({ cover, lang }: ReportDocument): ISectionOptions {
  const thirds = columnsOf([1, 1, 1]);
  const boxes: TableRow[] = [];
  for (let at = 0; at < cover.boxes.length; at += thirds.length)
    boxes.push(
      new TableRow({
        children: thirds.map((size, i) => {
          const box = cover.boxes[at + i];
          return new TableCell({
            width: { size, type: WidthType.DXA },
            children: box
              ? [
                  new Paragraph({
                    spacing: { after: 0 },
                    children: [new TextRun({ text: box.value, bold: true, size: 40, color: BRAND })],
                  }),
                  new Paragraph({
                    children: [
                      new TextRun(box.label),
                      ...(box.illustrative
                        ? [new TextRun({ text: ` (${REPORT_WORDS.illustrative[lang]})`, italics: true })]
                        : []),
                    ],
                  }),
                ]
              : [new Paragraph('')],
          });
        }),
      }),
    );
  const columns = columnsOf([1, 2]);
  const lines = cover.lines.map(
    ({ term, text }) =>
      new TableRow({
        children: [term, text].map(
          (each, i) =>
            new TableCell({
              width: { size: columns[i] ?? 0, type: WidthType.DXA },
              children: [
                new Paragraph({ style: 'TableText', children: [new TextRun({ text: each, bold: i === 0 })] }),
              ],
            }),
        ),
      }),
  );
  const borders = { ...ROWS_ONLY, bottom: NO_BORDER, insideHorizontal: NO_BORDER };
  const width = { size: TEXT_WIDTH, type: WidthType.DXA };
  return {
    properties: { page },
    children: [
      new Paragraph({
        spacing: { before: 2400, after: 200 },
        children: [new TextRun({ text: cover.framework, color: SOFT, size: 24 })],
      }),
      new Paragraph({ heading: 'Title', children: [new TextRun(cover.name)] }),
      new Paragraph({ style: 'Subtitle', children: [new TextRun(cover.subtitle)] }),
      new Table({ rows: boxes, columnWidths: thirds, width, borders }),
      new Paragraph({ spacing: { after: 1200 }, children: [] }),
      new Table({ rows: lines, columnWidths: columns, width, borders: ROWS_ONLY }),
    ],
  };
}

function bodySection(document: ReportDocument, context: WordContext): ISectionOptions {
  const { cover, lang } = document;
  const tabStops = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }];
  const line = (children: (TextRun | SimpleField)[]): Paragraph =>
    new Paragraph({ style: 'Small', tabStops, alignment: AlignmentType.LEFT, children });
  return {
    properties: { page: document.sheet ? sheetPage : page },
    headers: {
      default: new Header({
        children: [line([new TextRun(`${cover.name}\t`), new SimpleField('STYLEREF "Heading 1"', '')])],
      }),
    },
    footers: {
      default: new Footer({
        children: [line([new TextRun({ children: [`${cover.framework}\t`, PageNumber.CURRENT] })])],
      }),
    },
    children: [
      ...(document.sheet ? sheetHead(document) : contents(document)),
      ...document.sections.flatMap((section, i) =>
        sectionWord(section, 0, context, document.sheet !== true && !runsOn(section, i, document)),
      ),
      new Paragraph({
        style: 'Small',
        children: [new TextRun(REPORT_WORDS.made[lang](document.origin.sha256))],
      }),
    ],
  };
}

/** Whether an annex goes on where what is before it ends: those of a mid-year report are short. */
const runsOn = ({ annex }: ReportSection, i: number, { kind, sections }: ReportDocument): boolean =>
  kind === 'mid_year' && annex && (sections[i - 1]?.annex === true || sections[i - 1]?.id === 'about');

const sheetHead = ({ cover }: ReportDocument): Paragraph[] => [
  new Paragraph({ children: [new TextRun({ text: cover.framework, color: SOFT })] }),
  new Paragraph({ heading: 'Title', children: [new TextRun(cover.name)] }),
  new Paragraph({ style: 'Subtitle', children: [new TextRun(cover.subtitle)] }),
];

const contents = ({ sections, lang }: ReportDocument) => [
  new Paragraph({ style: 'Contents', children: [new TextRun(REPORT_WORDS.contents[lang])] }),
  new TableOfContents(REPORT_WORDS.contents[lang], {
    hyperlink: true,
    headingStyleRange: '1-2',
    cachedEntries: sections.flatMap((section) => [
      entryOf(section, 1),
      ...section.sections.map((child) => entryOf(child, 2)),
    ]),
  }),
];

/** As the contents show it until Word counts pages. */
const entryOf = ({ id, number, title }: ReportSection, level: number) => ({
  title: `${number} ${title}`,
  level,
  href: bookmarkOf(placeId(id)),
});

function sectionWord(
  section: ReportSection,
  level: number,
  context: WordContext,
  onNewPage: boolean,
): WordBlock[] {
  if (level === 0) context.notes.beginChapter();
  const colour = section.areaKey && level > 0 ? AREA_COLOURS[section.areaKey] : undefined;
  const heading = new Paragraph({
    heading: HEADINGS[level] ?? 'Heading3',
    numbering: { reference: section.annex ? 'annexes' : 'chapters', level },
    pageBreakBefore: level === 0 && onNewPage,
    children: [
      placed(placeId(section.id), [
        new TextRun({ text: section.title, ...(colour ? { color: colour.slice(1) } : {}) }),
      ]),
    ],
  });
  return [
    heading,
    ...blocksWord(section.blocks, context),
    ...section.sections.flatMap((child) => sectionWord(child, level + 1, context, false)),
  ];
}
