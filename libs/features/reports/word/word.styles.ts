import { createHash } from 'node:crypto';
import {
  AlignmentType,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
} from 'docx';
import type { Lang } from '#platform/http';
import { REPORT_WORDS } from '../report.words.js';

/** Fonts that every editor's Word has; the file embeds none. */
const SANS = 'Calibri';
const SERIF = 'Cambria';

export const INK = '1C2430';
export const SOFT = '4D5866';
export const BRAND = '143A5C';
export const ACCENT = 'B6862C';
export const WASH = 'F3F6F9';
export const RULE = 'D3D9E0';
export const LINK = '175A93';

/** A4 upright; twentieths of a point. */
export const PAGE = { width: 11_906, height: 16_838, margin: 1_134, sheetMargin: 780 };
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

export const LANGUAGES: Record<Lang, string> = { en: 'en-US', es: 'es-MX' };

/** Word takes 40 letters at most as the name of a bookmark. */
export const bookmarkOf = (place: string): string =>
  place.length <= 38
    ? `p_${place.replace(/[^\w]/g, '_')}`
    : `p_${createHash('sha256').update(place).digest('hex').slice(0, 30)}`;

/** The styles that editors find in their list, so that one change changes the whole report. */
export const wordStyles = (lang: Lang): IStylesOptions => ({
  default: {
    document: {
      run: { font: SANS, size: 20, color: INK, language: { value: LANGUAGES[lang] } },
      paragraph: { spacing: { after: 120, line: 264, lineRule: 'auto' } },
    },
    title: {
      run: { font: SERIF, size: 72, bold: true, color: BRAND },
      paragraph: { spacing: { after: 240 } },
    },
    heading1: {
      run: { font: SERIF, size: 36, bold: true, color: BRAND },
      paragraph: { spacing: { before: 200, after: 160 }, keepNext: true },
    },
    heading2: {
      run: { font: SERIF, size: 27, bold: true, color: BRAND },
      paragraph: { spacing: { before: 320, after: 140 }, keepNext: true },
    },
    heading3: {
      run: { font: SERIF, size: 23, bold: true, color: INK },
      paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
    },
    heading4: {
      run: { font: SANS, size: 21, bold: true, italics: false, color: INK },
      paragraph: { spacing: { before: 260, after: 60 }, keepNext: true },
    },
    caption: {
      run: { size: 18, bold: true, italics: false, color: INK },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
    footnoteText: { run: { size: 16 }, paragraph: { spacing: { after: 20, line: 220, lineRule: 'auto' } } },
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { size: 28, color: SOFT },
      paragraph: { spacing: { after: 280 } },
    },
    { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { size: 23, color: BRAND } },
    { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: 17, color: SOFT } },
    {
      id: 'Notice',
      name: 'Notice',
      basedOn: 'Normal',
      paragraph: {
        shading: { type: 'clear', fill: 'FDF7EA' },
        border: { left: { style: 'single', size: 24, space: 6, color: ACCENT } },
      },
    },
    { id: 'Fact', name: 'Fact', basedOn: 'Normal', paragraph: { spacing: { before: 100, after: 40 } } },
    { id: 'StoryTitle', name: 'Story title', basedOn: 'Normal', paragraph: { keepNext: true } },
    {
      id: 'ProseTitle',
      name: 'Prose title',
      basedOn: 'Normal',
      run: { size: 17, bold: true, color: SOFT },
      paragraph: { spacing: { before: 60, after: 20 }, keepNext: true },
    },
    {
      id: 'TableText',
      name: 'Table text',
      basedOn: 'Normal',
      run: { size: 16 },
      paragraph: { spacing: { after: 0, line: 228, lineRule: 'auto' } },
    },
    {
      id: 'TableGap',
      name: 'Space below a table',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 60 } },
    },
    { id: 'TableTextNarrow', name: 'Table text, narrow', basedOn: 'TableText', run: { size: 14 } },
    ...[1, 2].map((level) => ({
      id: `TOC${level}`,
      name: `toc ${level}`,
      basedOn: 'Normal',
      run: { size: 19, bold: level === 1 },
      paragraph: {
        indent: { left: 280 * (level - 1) },
        spacing: { before: level === 1 ? 90 : 0, after: 0, line: 228, lineRule: 'auto' as const },
      },
    })),
    {
      id: 'Contents',
      name: 'Contents heading',
      basedOn: 'Normal',
      run: { font: SERIF, size: 36, bold: true, color: BRAND },
    },
  ],
});

/** Smaller letters and less between them: a State's fact sheet has two pages, a team's one. */
export function sheetStyles(lang: Lang): IStylesOptions {
  const styles = wordStyles(lang);
  const close = { after: 60, line: 240, lineRule: 'auto' as const };
  return {
    ...styles,
    default: {
      ...styles.default,
      document: {
        run: { ...styles.default?.document?.run, size: 18 },
        paragraph: { spacing: close },
      },
      heading1: {
        run: { ...styles.default?.heading1?.run, size: 27 },
        paragraph: { spacing: { before: 140, after: 60 }, keepNext: true },
      },
      title: { run: { ...styles.default?.title?.run, size: 44 }, paragraph: { spacing: { after: 60 } } },
      caption: {
        run: { ...styles.default?.caption?.run, size: 17 },
        paragraph: { spacing: { before: 80, after: 40 }, keepNext: true },
      },
      listParagraph: { paragraph: { spacing: { after: 20 } } },
    },
    paragraphStyles: (styles.paragraphStyles ?? []).map((style) => ({ ...style, ...SHEET_LOOKS[style.id] })),
  };
}

const SHEET_LOOKS: Record<string, Pick<IParagraphStyleOptions, 'run' | 'paragraph'>> = {
  Subtitle: { run: { size: 21, color: SOFT }, paragraph: { spacing: { after: 80 } } },
  Lead: { run: { size: 20, color: BRAND } },
  Small: { run: { size: 15, color: SOFT }, paragraph: { spacing: { after: 20 } } },
  TableText: { run: { size: 16 }, paragraph: { spacing: { after: 0, line: 212, lineRule: 'auto' } } },
  TableGap: { run: { size: 8 }, paragraph: { spacing: { after: 0 } } },
};

const PLAIN = {
  style: { paragraph: { indent: { left: 0, hanging: 0 } } },
  suffix: LevelSuffix.SPACE,
} as const;

/** Headings number themselves, `1`, `1.2`, and annexes `A`, `A.1`; lists have bullets. */
export const wordNumbering = (lang: Lang): INumberingOptions => ({
  config: [
    {
      reference: 'chapters',
      levels: [
        { level: 0, format: LevelFormat.DECIMAL, text: '%1', ...PLAIN },
        { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2', ...PLAIN },
        { level: 2, format: LevelFormat.DECIMAL, text: '%1.%2.%3', ...PLAIN },
      ],
    },
    {
      reference: 'annexes',
      levels: [
        { level: 0, format: LevelFormat.UPPER_LETTER, text: `${REPORT_WORDS.annex[lang]} %1`, ...PLAIN },
        { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2', ...PLAIN },
        { level: 2, format: LevelFormat.DECIMAL, text: '%1.%2.%3', ...PLAIN },
      ],
    },
    {
      reference: 'bullets',
      levels: [0, 1, 2].map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: '•',
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 300 + 300 * level, hanging: 220 } }, run: { color: ACCENT } },
      })),
    },
    {
      reference: 'numbers',
      levels: [0, 1, 2].map((level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        style: { paragraph: { indent: { left: 360 + 360 * level, hanging: 360 } } },
      })),
    },
  ],
});
