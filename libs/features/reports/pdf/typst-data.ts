import type { Lang } from '#platform/http';
import type {
  Block,
  CommitmentBlock,
  FactItem,
  FigureItem,
  Inline,
  Line,
  NoteReference,
  PhotoBlock,
  ReportDocument,
  ReportSection,
  TableBlock,
} from '../report.document.js';
import { chartDrawing, mapDrawing } from '../charts/drawing.js';
import { mapSvg } from '../charts/map.svg.js';
import { pictureFile } from '../report.pictures.js';
import { noteLines, placesOf } from '../report.places.js';
import { columnShares, heldRows, tableLines, wholeCells, wholeHeadings } from '../report.tables.js';
import {
  isHarmless,
  notePlace,
  NOTES,
  noteSign,
  placeId,
  addressed,
  REPORT_WORDS,
  updateHref,
} from '../report.words.js';
import { richBlocks, richLine } from '../rich-text.js';

/** What the PDF template reads as report.json: the document, with Markdown read and every link resolved. */
export type TypstData = Record<string, unknown>;

/**
 * The document as the PDF template takes it.
 * @param publicUrl where the tracker is, for links to updates
 */
export function typstData(document: ReportDocument, publicUrl: string): TypstData {
  const { lang } = document;
  // A short paper has its notes in one place, at the end.
  const notes = document.sheet ? new Map<string, Line>() : noteLines(document.sections);
  const shaper = new Shaper(lang, publicUrl, placesOf(document.sections), notes);
  const { made, ...words } = REPORT_WORDS;
  const sections = document.sections.map((section) => shaper.chapter(section));
  return {
    lang,
    title: document.title,
    sheet: document.sheet ?? false,
    // How a short report was made and its annexes share pages.
    endingRunsOn: document.kind === 'mid_year',
    cover: document.cover,
    words: Object.fromEntries(Object.entries(words).map(([key, word]) => [key, word[lang]])),
    made: made[lang](document.origin.sha256),
    sections,
    goals: [...shaper.goals],
  };
}

class Shaper {
  /** Every place that is linked to. */
  readonly goals = new Set<string>();
  /** Sources and periods of the chapter that have their note. */
  private readonly noted = new Set<string>();
  /** Notes of the table that is being read: they stand below it. */
  private below: (NoteReference & { line: Line })[] | null = null;

  constructor(
    private readonly lang: Lang,
    private readonly publicUrl: string,
    private readonly places: ReadonlySet<string>,
    private readonly notes: ReadonlyMap<string, Line>,
  ) {}

  /** A section of the first level: each of its sources and periods stands at the foot of a page once. */
  chapter(section: ReportSection): unknown {
    this.noted.clear();
    return this.section(section);
  }

  section(section: ReportSection): unknown {
    return {
      ...section,
      id: placeId(section.id),
      blocks: section.blocks.map((block) => this.block(block)),
      sections: section.sections.map((child) => this.section(child)),
    };
  }

  private block(block: Block): unknown {
    switch (block.type) {
      case 'paragraph':
        return { ...block, line: this.line(block.line) };
      case 'prose':
        return { type: 'prose', lang: block.lang, blocks: richBlocks(block.markdown) };
      case 'list':
        return { ...block, items: block.items.map((line) => this.line(line)) };
      case 'terms':
        return { ...block, items: block.items.map(({ term, line }) => ({ term, line: this.line(line) })) };
      case 'sources':
      case 'windows':
        return {
          type: 'notes',
          // Periods are short.
          paired: block.type === 'windows',
          items: block.items.map(({ number, line }) => {
            const note = { kind: NOTES[block.type], number };
            return { sign: noteSign(note).slice(1, -1), place: notePlace(note), line: this.line(line) };
          }),
        };
      case 'boxes':
        return {
          ...block,
          items: block.items.map((box) => ({
            ...box,
            label: this.inline(box.label),
            note: this.line(box.note),
          })),
        };
      case 'facts':
        return { ...block, items: block.items.map((fact) => this.fact(fact)) };
      case 'commitment':
        return this.commitment(block);
      case 'table':
        return this.table(block);
      case 'chart':
        return {
          ...block,
          id: placeId(block.id),
          drawing: chartDrawing(block),
          table: this.table(block.table),
        };
      case 'map':
        return {
          ...block,
          id: placeId(block.id),
          svg: mapSvg(mapDrawing(block)),
          table: this.table(block.table),
        };
      case 'photo':
        return this.photo(block);
    }
  }

  /** The press lays the picture beside the template under the name of its hash. */
  private photo({ type, id, sha256, width, height, alt, caption, credit, beside }: PhotoBlock): unknown {
    const shown = { id: placeId(id), file: pictureFile(sha256), caption: caption && this.inline(caption) };
    return { type, ...shown, ratio: width / height, alt, credit, beside: beside ?? false };
  }

  private commitment(block: CommitmentBlock): unknown {
    return {
      ...block,
      id: placeId(block.id),
      title: this.inline(block.title),
      status: this.line(block.status),
      trace: this.line(block.trace),
      prose: block.prose.map(({ title, markdown, lang }) => ({ title, lang, blocks: richBlocks(markdown) })),
      evidence: this.line(block.evidence),
      facts: block.facts.map((fact) => this.fact(fact)),
      seeAlso: this.line(block.seeAlso),
    };
  }

  private fact(fact: FactItem): unknown {
    return {
      ...fact,
      id: placeId(fact.id),
      text: this.inline(fact.text),
      note: fact.note && this.inline(fact.note),
      sources: fact.sources.map((number) => this.inline({ kind: 'source', number })),
      alsoFor: this.line(fact.alsoFor),
      figures: fact.figures.map((figure) => this.figure(figure)),
    };
  }

  /** To the update behind the figure; a free-standing one to its row in the annex. */
  private figure(figure: FigureItem): unknown {
    const shown = { ...figure, window: figure.window && this.inline(figure.window) };
    if (figure.updateId) return { ...shown, href: this.addressOf(figure.updateId) };
    const place = placeId(`figure-${figure.figureId}`);
    return this.places.has(place) ? { ...shown, place: this.goal(place) } : shown;
  }

  private table(table: TableBlock): unknown {
    const below: (NoteReference & { line: Line })[] = [];
    this.below = below;
    const rows = table.rows.map((row) => ({
      ...row,
      id: row.id ? placeId(row.id) : null,
      cells: row.cells.map((cell) => this.line(cell)),
    }));
    this.below = null;
    const widths = columnShares(table);
    const whole = wholeHeadings(table, widths);
    const wholeWords = wholeCells(table, widths);
    const columns = table.columns.map((column, i) => ({
      ...column,
      whole: whole[i],
      wholeCells: wholeWords[i],
    }));
    const notes = below
      .toSorted((one, other) => one.kind.localeCompare(other.kind) || one.number - other.number)
      .map((note) => ({ sign: noteSign(note), line: this.line(note.line) }));
    const lines = tableLines(table, widths);
    const told = lines.reduce((all, each) => all + each, notes.length);
    const held = heldRows(lines.slice(1), notes.length);
    return { ...table, id: placeId(table.id), columns, widths, rows, notes, lines: told, held };
  }

  private line(line: Line): unknown[] {
    return line.map((inline) => this.inline(inline));
  }

  private inline(inline: Inline): unknown {
    if (typeof inline === 'string') return inline;
    switch (inline.kind) {
      case 'prose':
        return { kind: 'rich', lang: inline.lang, nodes: richLine(inline.markdown) };
      case 'update':
        return { kind: 'link', text: inline.text, href: this.addressOf(inline.updateId) };
      case 'link':
        return isHarmless(inline.href) ? { ...inline, ...addressed(inline, this.publicUrl) } : inline.text;
      case 'place': {
        const to = placeId(inline.to);
        return this.places.has(to) ? { ...inline, to: this.goal(to) } : inline.text;
      }
      case 'source':
      case 'window': {
        const [place, sign] = [notePlace(inline), noteSign(inline)];
        const note = this.noted.has(place) ? undefined : this.notes.get(place);
        this.noted.add(place);
        if (note && !this.below) return { kind: 'note', sign, note: this.line(note) };
        if (note) this.below?.push({ ...inline, line: note });
        return { kind: 'noted', sign, place: this.goal(place) };
      }
      default:
        return inline;
    }
  }

  private goal(place: string): string {
    this.goals.add(place);
    return place;
  }

  private addressOf(updateId: string): string {
    return new URL(updateHref(updateId), this.publicUrl).href;
  }
}
