import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunPropertiesOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Lang } from '#platform/http';
import { FILLS } from '../report.colours.js';
import type { Inline, Line, NoteReference } from '../report.document.js';
import { addressed, isHarmless, notePlace, noteSign, placeId, updateHref } from '../report.words.js';
import { type RichInline, richLine } from '../rich-text.js';
import { bookmarkOf, LANGUAGES, LINK, SOFT } from './word.styles.js';

/** What every run of text needs to know of the whole document. */
export interface WordContext {
  lang: Lang;
  /** Where the tracker is, for links to updates. */
  publicUrl: string;
  /** Every place that something may link to. */
  places: ReadonlySet<string>;
  notes: Notes;
}

/** How a run of text leads to its sources and periods. */
export interface Notes {
  beginChapter(): void;
  refer(reference: NoteReference, context: WordContext): ParagraphChild;
}

/** Notes of a short paper, which has its sources in one place, at the end. */
export class ListedNotes implements Notes {
  beginChapter(): void {
    // Every chapter has the same list.
  }

  refer(reference: NoteReference): ParagraphChild {
    return new InternalHyperlink({
      anchor: bookmarkOf(notePlace(reference)),
      children: [new TextRun({ text: noteSign(reference).slice(1, -1), superScript: true })],
    });
  }
}

/** The footnotes with sources and periods. A chapter has one for each of them; later references lead to the same. */
export class Footnotes implements Notes {
  private last = 0;
  private readonly ofChapter = new Map<string, number>();

  /** @param lines what each note says, by its place */
  constructor(private readonly lines: ReadonlyMap<string, Line>) {}

  beginChapter(): void {
    this.ofChapter.clear();
  }

  refer(reference: NoteReference, context: WordContext): ParagraphChild {
    const place = notePlace(reference);
    const known = this.ofChapter.get(place);
    if (known !== undefined)
      return new InternalHyperlink({
        anchor: `note_${known}`,
        children: [new TextRun({ text: String(known), superScript: true })],
      });
    this.last += 1;
    this.ofChapter.set(place, this.last);
    const line = this.lines.get(place) ?? [noteSign(reference)];
    const note = new Paragraph({ style: 'FootnoteText', children: lineWord(line, context) });
    return new Bookmark({
      id: `note_${this.last}`,
      children: [new FootnoteReferenceRun({ children: [note] })],
    });
  }
}

type Look = Pick<IRunPropertiesOptions, 'bold' | 'italics' | 'color' | 'size' | 'language'>;

/** A line as what a paragraph of Word holds. */
export const lineWord = (line: Line, context: WordContext, look: Look = {}): ParagraphChild[] =>
  line.flatMap((inline, i) => [
    ...(isNote(inline) && isNote(line[i - 1]) ? [new TextRun({ text: ', ', superScript: true })] : []),
    ...inlineWord(inline, context, look),
  ]);

const isNote = (inline: Inline | undefined): boolean => typeof inline === 'object' && 'number' in inline;

export function inlineWord(inline: Inline, context: WordContext, look: Look = {}): ParagraphChild[] {
  if (typeof inline === 'string') return [new TextRun({ ...look, text: inline })];
  switch (inline.kind) {
    case 'strong':
      return [new TextRun({ ...look, text: inline.text, bold: true })];
    case 'code':
      return [new TextRun({ ...look, text: inline.text, bold: true, color: SOFT })];
    case 'said':
      return [new TextRun({ ...inLanguage(look, inline.lang), text: inline.text })];
    case 'prose':
      return richWord(richLine(inline.markdown), inLanguage(look, inline.lang));
    case 'link': {
      if (!isHarmless(inline.href)) return [new TextRun({ ...look, text: inline.text })];
      const { href, text } = addressed(inline, context.publicUrl);
      return [outside(href, text, inLanguage(look, inline.lang ?? context.lang))];
    }
    case 'update':
      return [outside(addressOf(inline.updateId, context), inline.text, look)];
    case 'place':
      return [within(placeId(inline.to), inline.text, context, look)];
    case 'badge': {
      const [fill, ink] = FILLS[`${inline.group}-${inline.key}`] ?? ['#f3f6f9', '#1c2430'];
      return [
        new TextRun({
          ...look,
          text: `\u00a0${inline.text}\u00a0`,
          bold: true,
          color: ink.slice(1),
          shading: { type: 'clear', fill: fill.slice(1) },
        }),
      ];
    }
    case 'mark':
      return [new TextRun({ ...look, text: inline.text, italics: true, color: '6D4A00' })];
    case 'source':
    case 'window':
      return [context.notes.refer(inline, context)];
  }
}

/** A link within the document, or its text where its goal is not part of this report. */
export const within = (
  place: string,
  text: string,
  { places }: WordContext,
  look: Look = {},
): ParagraphChild =>
  places.has(place)
    ? new InternalHyperlink({
        anchor: bookmarkOf(place),
        children: [new TextRun({ ...look, text, color: LINK })],
      })
    : new TextRun({ ...look, text });

export const outside = (link: string, text: string, look: Look = {}): ParagraphChild =>
  new ExternalHyperlink({ link, children: [new TextRun({ ...look, text, color: LINK })] });

export const addressOf = (updateId: string, { publicUrl }: WordContext): string =>
  new URL(updateHref(updateId), publicUrl).href;

/** Something that links may lead to. */
export const placed = (place: string, children: readonly ParagraphChild[]): ParagraphChild =>
  new Bookmark({ id: bookmarkOf(place), children: [...children] });

/** Read Markdown within a line. */
export function richWord(nodes: readonly RichInline[], look: Look = {}): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    if (typeof node === 'string') return [new TextRun({ ...look, text: node })];
    switch (node.kind) {
      case 'strong':
        return richWord(node.nodes, { ...look, bold: true });
      case 'em':
        return richWord(node.nodes, { ...look, italics: true });
      case 'code':
        return [new TextRun({ ...look, text: node.text, bold: true, color: SOFT })];
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'link':
        return [
          new ExternalHyperlink({
            link: node.href,
            children: richWord(node.nodes, { ...look, color: LINK }),
          }),
        ];
    }
  });
}

const inLanguage = (look: Look, lang: Lang): Look => ({ ...look, language: { value: LANGUAGES[lang] } });
