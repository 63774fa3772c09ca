import type { Bilingual } from '#platform/http';
import type { Block, ReportSection } from './report.document.js';
import { type Body, section } from './report.material.js';

/** What people wrote for a part of a report, with every reference already replaced by the snapshot's figure. */
export interface WrittenSection {
  /** Of the part that it opens; `foreword` and `credits` stand by themselves. */
  id: string;
  title: string;
  blocks: Block[];
}

/** An edition of a report: the snapshot's parts opened by what people wrote for them. */
export interface EditionTexts {
  /** 1 for the first of its cycle. */
  number: number;
  /** Of the texts as they were frozen, lower-case hex. */
  textsSha256: string;
  /** What a later edition corrects; null for the first. */
  note: Bilingual | null;
  sections: readonly WrittenSection[];
}

/** Written sections by the part that they belong to; each is taken once. */
export class Written {
  private readonly left: Map<string, WrittenSection>;

  constructor(sections: readonly WrittenSection[]) {
    this.left = new Map(sections.map((each) => [each.id, each]));
  }

  /** A part's own body opened by what was written for it; null when there is neither. */
  opened(id: string, body: Body | null): Body | null {
    const written = this.left.get(id);
    this.left.delete(id);
    if (!written) return body;
    return { ...body, blocks: [...written.blocks, ...(body?.blocks ?? [])] };
  }

  /** A section that nothing but people's words make. */
  alone(id: string): ReportSection[] {
    const written = this.left.get(id);
    this.left.delete(id);
    return written ? [section(id, written.title, { blocks: written.blocks })] : [];
  }
}
