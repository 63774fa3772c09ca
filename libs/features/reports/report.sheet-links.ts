import type { Block, Inline, NoteReference, ReportSection } from './report.document.js';
import { placesOf } from './report.places.js';
import { NOTES, placeId } from './report.words.js';

/** What a short paper does not have is not led to: links to other places become text, and only notes that it names stay, numbered anew. */
export function selfContained(sections: readonly ReportSection[]): ReportSection[] {
  return withOwnSources(withoutDeadLinks(sections));
}

/**
 * Links to the status of a commitment lead to what is told of it where the report has no annex of every commitment, and become text
 * where nothing is.
 */
export function ledHome(sections: readonly ReportSection[]): ReportSection[] {
  const places = placesOf(sections);
  return mapped(sections, (value) => {
    if (!isPlace(value) || places.has(placeId(value.to)) || !value.to.startsWith(STATUS)) return value;
    const to = `commitment-${value.to.slice(STATUS.length)}`;
    return places.has(placeId(to)) ? { ...value, to } : { kind: 'code', text: value.text };
  });
}

const STATUS = 'status-';

/** Links to what only a whole report has become text. */
function withoutDeadLinks(sections: readonly ReportSection[]): ReportSection[] {
  const places = placesOf(sections);
  return mapped(sections, (value) => {
    if (isPlace(value)) return places.has(placeId(value.to)) ? value : value.text;
    return 'figureId' in value && 'breakdown' in value ? { ...value, inAnnex: false } : value;
  });
}

/** Sources and periods in the order in which the paper names them; its lists without the others, and none without any. */
function withOwnSources(sections: readonly ReportSection[]): ReportSection[] {
  const numbers = { source: new Map<number, number>(), window: new Map<number, number>() };
  const own = (kind: NoteReference['kind'], number: number): number => {
    const known = numbers[kind];
    if (!known.has(number)) known.set(number, known.size + 1);
    return known.get(number) ?? number;
  };
  const cited = mapped(sections, (value) => {
    if (isNote(value)) return { ...value, number: own(value.kind, value.number) };
    return 'factId' in value && 'sources' in value && Array.isArray(value.sources)
      ? { ...value, sources: (value.sources as number[]).map((number) => own('source', number)) }
      : value;
  });
  return cited.flatMap((section) => {
    if (!section.blocks.some(isNoteList)) return [section];
    const blocks = section.blocks.map((block) => {
      if (!isNoteList(block)) return block;
      const known = numbers[NOTES[block.type]];
      const items = block.items
        .filter(({ number }) => known.has(number))
        .map((item) => ({ ...item, number: known.get(item.number) ?? item.number }));
      return { ...block, items: items.toSorted((a, b) => a.number - b.number) };
    });
    // A list without entries goes, and with it the sentence before the list of periods.
    const kept = blocks.filter(
      (block, i) => !isEmpty(block) && !isEmpty(block.type === 'paragraph' ? blocks[i + 1] : undefined),
    );
    return kept.length === 0 ? [] : [{ ...section, blocks: kept }];
  });
}

/** A copy with every object changed, from the outside in. */
function mapped(sections: readonly ReportSection[], change: (value: object) => unknown): ReportSection[] {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const changed = change(value);
    if (typeof changed !== 'object' || changed === null) return changed;
    return Object.fromEntries(Object.entries(changed).map(([key, each]) => [key, visit(each)]));
  };
  return visit(sections) as ReportSection[];
}

const isPlace = (value: object): value is Extract<Inline, { kind: 'place' }> =>
  'kind' in value && value.kind === 'place';
const isNote = (value: object): value is NoteReference =>
  'kind' in value && (value.kind === 'source' || value.kind === 'window') && 'number' in value;
const isNoteList = (block: Block): block is Extract<Block, { type: 'sources' | 'windows' }> =>
  block.type === 'sources' || block.type === 'windows';
const isEmpty = (block: Block | undefined): boolean =>
  block !== undefined && isNoteList(block) && block.items.length === 0;
