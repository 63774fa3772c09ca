import type { Line, ReportSection, TableBlock } from './report.document.js';
import { placeId } from './report.words.js';

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
      if (block.type === 'sources') for (const { number } of block.items) places.add(`source-${number}`);
    }
    section.sections.forEach(visit);
  };
  sections.forEach(visit);
  return places;
}

/** The entries of the list of sources, which notes at the foot of a page repeat. */
export function sourceLines(sections: readonly ReportSection[]): Map<number, Line> {
  const found = new Map<number, Line>();
  const visit = (section: ReportSection): void => {
    for (const block of section.blocks)
      if (block.type === 'sources') for (const { number, line } of block.items) found.set(number, line);
    section.sections.forEach(visit);
  };
  sections.forEach(visit);
  return found;
}
