import { createHash } from 'node:crypto';
import type { Block, PhotoBlock, ReportDocument, ReportSection } from './report.document.js';

/** Gives pictures by the ids of their photos; those that were taken back since are not among them. */
export type PictureSource = (photoIds: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>;

/** For reports without photos. */
export const NO_PICTURES: PictureSource = () => Promise.resolve(new Map());

/** Where a picture lies beside what shows it. */
export const pictureFile = (sha256: string): string => `pictures/${sha256}.jpg`;

/** The photos of a report in their order. */
export function photosOf({ sections }: Pick<ReportDocument, 'sections'>): PhotoBlock[] {
  return sections.flatMap((section) => [
    ...section.blocks.filter((block): block is PhotoBlock => block.type === 'photo'),
    ...photosOf(section),
  ]);
}

/**
 * The report with its pictures put in. One that was taken back after the report was composed is left out: the file is made
 * anew then anyway. @throws Error when a picture is not the one that the snapshot froze
 */
export async function illustrated(document: ReportDocument, source: PictureSource): Promise<ReportDocument> {
  const photos = photosOf(document);
  if (photos.length === 0) return document;
  const pictures = await source(photos.map(({ photoId }) => photoId));
  const put = (block: Block): Block[] => {
    if (block.type !== 'photo') return [block];
    const bytes = pictures.get(block.photoId);
    if (!bytes) return [];
    if (createHash('sha256').update(bytes).digest('hex') !== block.sha256)
      throw new Error(`The picture of photo ${block.photoId} is not the one that was frozen`);
    return [{ ...block, picture: bytes.toString('base64') }];
  };
  const within = (section: ReportSection): ReportSection => ({
    ...section,
    blocks: section.blocks.flatMap(put),
    sections: section.sections.map(within),
  });
  return { ...document, sections: document.sections.map(within) };
}
