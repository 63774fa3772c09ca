import type { Block, ReportSection } from './report.document.js';

/** Sections with `1`, `1.2`, annexes with `A`, `A.1`; tables and charts with their numbers through the whole document. */
export function numbered(sections: readonly ReportSection[]): ReportSection[] {
  const counters = { table: 0, chart: 0 };
  let [chapter, annex] = [0, 0];
  return sections.map((each) => {
    const number = each.annex ? letter((annex += 1)) : String((chapter += 1));
    return numberOne(each, number, counters);
  });
}

const letter = (n: number): string => String.fromCharCode(64 + n);

function numberOne(
  section: ReportSection,
  number: string,
  counters: { table: number; chart: number },
): ReportSection {
  return {
    ...section,
    number,
    blocks: section.blocks.map((block) => numberBlock(block, counters)),
    sections: section.sections.map((child, i) =>
      numberOne({ ...child, annex: section.annex }, `${number}.${i + 1}`, counters),
    ),
  };
}

function numberBlock(block: Block, counters: { table: number; chart: number }): Block {
  if (block.type === 'table') return { ...block, number: (counters.table += 1) };
  if (block.type === 'chart' || block.type === 'map')
    return {
      ...block,
      number: (counters.chart += 1),
      table: { ...block.table, number: (counters.table += 1) },
    };
  return block;
}
