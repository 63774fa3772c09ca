import type { Block, Line, ReportSection, TableBlock } from './report.document.js';
import { notePlace, NOTES, placeId } from './report.words.js';

/** Every place that something may link to. */
export function placesOf(sections: readonly ReportSection[]): Set<string> {
  const places = new Set<string>();
  const addTable = (table: TableBlock): void => {
    places.add(placeId(table.id));
    for (const { id } of table.rows) if (id) places.add(placeId(id));
  };
  const visit = (section: ReportSection): void => {
    places.add(placeId(section.id));
    for (const block of section.blocks) {
      if (block.type === 'table') addTable(block);
      if (block.type === 'chart' || block.type === 'map') {
        places.add(placeId(block.id));
        addTable(block.table);
      }
      if (block.type === 'commitment') places.add(placeId(block.id));
      if (block.type === 'commitment') for (const { id } of block.facts) places.add(placeId(id));
      if (block.type === 'facts') for (const { id } of block.items) places.add(placeId(id));
      for (const { place } of notesOf(block)) places.add(place);
    }
    section.sections.forEach(visit);
  };
  sections.forEach(visit);
  return places;
}

/** The entries of the lists of sources and periods by their place, which notes at the foot of a page repeat. */
export function noteLines(sections: readonly ReportSection[]): Map<string, Line> {
  const found = new Map<string, Line>();
  const visit = (section: ReportSection): void => {
    for (const { place, line } of section.blocks.flatMap(notesOf)) found.set(place, line);
    section.sections.forEach(visit);
  };
  sections.forEach(visit);
  return found;
}

function notesOf(block: Block): { place: string; line: Line }[] {
  if (block.type !== 'sources' && block.type !== 'windows') return [];
  const kind = NOTES[block.type];
  return block.items.map(({ number, line }) => ({ place: notePlace({ kind, number }), line }));
}
