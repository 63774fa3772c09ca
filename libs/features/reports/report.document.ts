import type { Lang } from '#platform/http';
import type { ChartDrawing, MapDrawing } from './charts/drawing.js';
import type { ReportKind } from './report.vocabulary.js';

/** A run of text. A bare string is in the language of the document. */
export type Inline =
  | string
  | { kind: 'strong'; text: string }
  /** Of a commitment or fact; it must not break. */
  | { kind: 'code'; text: string }
  /** In another language than the document, because nobody translated it yet. */
  | { kind: 'said'; text: string; lang: Lang }
  /** Somebody's own words in Markdown, short enough for a line. */
  | { kind: 'prose'; markdown: string; lang: Lang }
  /** On the web, or to a file in the tracker; `lang` where its text is in another language than the document. */
  | { kind: 'link'; text: string; href: string; lang?: Lang }
  /** To the update behind what is said, in the tracker. */
  | { kind: 'update'; text: string; updateId: string }
  /** To another place of this document. */
  | { kind: 'place'; text: string; to: string }
  | { kind: 'badge'; group: 'stage' | 'outlook' | 'coverage'; key: string; text: string }
  /** What the sources do not state. */
  | { kind: 'mark'; text: string }
  | NoteReference;

/** Number of an entry of the list of sources, or of the list of periods that figures are of. */
export interface NoteReference {
  kind: 'source' | 'window';
  number: number;
}

export type Line = readonly Inline[];

/** A number with the ids behind it. `text` has value, unit and qualifier. */
export interface FigureItem {
  figureId: string;
  factId: string;
  updateId: string | null;
  text: string;
  /** Its period, where that is another one than the report's; else its text says it. */
  window: NoteReference | null;
  breakdown: { title: string; text: string }[];
  /** Absent where the annex of figures has it. */
  inAnnex?: false;
}

/** A fact of a State with its figures. */
export interface FactItem {
  factId: string;
  updateId: string | null;
  /** Place of the document. */
  id: string;
  code: string | null;
  text: Inline;
  figures: FigureItem[];
  institutions: string[];
  note: Inline | null;
  sources: number[];
  /** Reported in the year's mid-year cycle, not in this one. */
  midYear: boolean;
  /** Other commitments that it answers. */
  alsoFor: Inline[];
}

/** A large number with its label. */
export interface Box {
  value: string;
  label: Inline;
  note: Line;
  figureId: string | null;
  factId: string | null;
  updateId: string | null;
}

export interface Column {
  title: string;
  numeric?: boolean;
}

export interface Row {
  /** Place of the document, where something links here. */
  id?: string;
  /** The first cell is the row's heading. */
  cells: Line[];
  total?: boolean;
}

export interface TableBlock {
  type: 'table';
  id: string;
  /** Set when the document is put together. */
  number: number;
  caption: string;
  columns: Column[];
  rows: Row[];
  note: string | null;
  /** Numbers in it rest on values that the sources do not state. */
  illustrative: boolean;
}

/** Stacked horizontal bars; `table` says the same in words. */
export interface ChartBlock {
  type: 'chart';
  id: string;
  number: number;
  caption: string;
  /** What the picture shows, in one or two sentences. */
  description: string;
  series: { key: string; label: string }[];
  /** `texts`: what stands in the parts of a bar, where it is not their value; `mark`: where a line crosses it, such as a target. */
  bars: { label: string; values: number[]; texts?: string[]; end: string; mark?: number }[];
  /** What the lines are that cross bars; absent where none does. */
  markLabel?: string;
  /** Numbers in it rest on values that the sources do not state. */
  illustrative: boolean;
  table: TableBlock;
  /** As it is laid out; not in the report as data. */
  drawing?: ChartDrawing;
}

/** The region with its States in the colours of a value; `table` says the same in words. */
export interface MapBlock {
  type: 'map';
  id: string;
  /** Counted with the charts. */
  number: number;
  caption: string;
  /** What the map shows, with every value. */
  description: string;
  legend: { key: string; label: string }[];
  /** `code` of the State, `key` of its colour. */
  places: { code: string; label: string; value: string; key: string }[];
  illustrative: boolean;
  table: TableBlock;
  /** As it is laid out; not in the report as data. */
  drawing?: MapDrawing;
}

/** A photo of a story. The picture itself is put in when a form of the report is made. */
export interface PhotoBlock {
  type: 'photo';
  id: string;
  photoId: string;
  /** Of the picture's bytes, as the snapshot froze it. */
  sha256: string;
  /** In points. */
  width: number;
  height: number;
  /** What it shows, for who does not see it. */
  alt: string;
  /** Where nobody wrote that in the document's language. */
  altLang?: Lang;
  caption: Inline | null;
  credit: string;
  /** Small, where there is width for it beside what follows in its section. */
  beside?: true;
  /** JPEG in base64; not in the report as data. */
  picture?: string;
}

/** One commitment's progress. */
export interface CommitmentBlock {
  type: 'commitment';
  id: string;
  commitmentId: string;
  updateId: string | null;
  code: string;
  title: Inline;
  area: string;
  /** The shared area whose colour it takes. */
  areaKey: string | null;
  lead: string[];
  partners: string[];
  /** Stage, outlook and percent, with their marks. */
  status: Line;
  /** Who may be asked: link to the update, when it was approved. */
  trace: Line;
  prose: { title: string; markdown: string; lang: Lang }[];
  evidence: Inline[];
  facts: FactItem[];
  /** Facts told elsewhere that answer this commitment too. */
  seeAlso: Inline[];
}

export type Block =
  | { type: 'paragraph'; line: Line; tone?: 'lead' | 'small' | 'notice' | 'title' }
  /** People's own words as blocks of Markdown. */
  | { type: 'prose'; markdown: string; lang: Lang }
  | { type: 'list'; items: Line[] }
  | { type: 'terms'; items: { term: string; line: Line }[] }
  | { type: 'boxes'; title: string; items: Box[] }
  | { type: 'facts'; items: FactItem[] }
  | { type: 'sources' | 'windows'; items: { number: number; line: Line }[] }
  | CommitmentBlock
  | TableBlock
  | ChartBlock
  | MapBlock
  | PhotoBlock;

export interface ReportSection {
  /** Place of the document: unique, stable for a snapshot. */
  id: string;
  /** `3`, `11.2`; annexes `A`, `A.1`. Set when the document is put together. */
  number: string;
  title: string;
  annex: boolean;
  /** The shared area whose colour it takes. */
  areaKey: string | null;
  blocks: Block[];
  sections: ReportSection[];
}

/** What the report was made from. */
export interface ReportOrigin {
  snapshotId: string;
  number: number;
  sha256: string;
}

/** Which edition of the report it is, and the texts that people wrote for it. */
export interface ReportEdition {
  number: number;
  textsSha256: string;
}

/** A whole report as data. The JSON form is exactly this; the HTML form shows exactly this. */
export interface ReportDocument {
  format: 1;
  template: number;
  kind: ReportKind;
  lang: Lang;
  title: string;
  cover: {
    name: string;
    framework: string;
    subtitle: string;
    lines: { term: string; text: string }[];
    boxes: { value: string; label: string; illustrative: boolean }[];
  };
  origin: ReportOrigin & { cycleKey: string };
  /** A short paper, without cover page and contents. */
  sheet?: true;
  /** Absent in a report that is nothing but its snapshot. */
  edition?: ReportEdition;
  /** Parts for which the snapshot holds nothing. */
  missing: string[];
  sections: ReportSection[];
}
