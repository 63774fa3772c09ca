import type { Block, ReportDocument, ReportSection } from '#features/reports';

type Picture = Extract<Block, { type: 'chart' | 'map' }>;

/** The charts and maps of a report, in its order. */
export const pictures = ({ sections }: Pick<ReportDocument, 'sections'>): Picture[] =>
  sections.flatMap((section: ReportSection): Picture[] => [
    ...section.blocks.filter((block): block is Picture => block.type === 'chart' || block.type === 'map'),
    ...pictures(section),
  ]);
