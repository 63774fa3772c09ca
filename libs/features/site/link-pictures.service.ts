import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { fontPaths } from '#features/reports';
import type { LinkCard } from './link-card.js';
import { CARD_DRAWING, cardSvg } from './link-card.svg.js';

/** What pictures may take of memory together; one has some 60 KB. */
const MOST_BYTES = 8 * 1024 * 1024;

/** What a picture is known by: the same card gives the same picture. */
export const pictureTag = (card: LinkCard): string =>
  createHash('sha256')
    .update(JSON.stringify([CARD_DRAWING, card]))
    .digest('hex')
    .slice(0, 12);

/** Draws the pictures of links, each once as long as it is asked for, and one at a time. */
@Injectable()
export class LinkPictures {
  private readonly kept = new LRUCache<string, Buffer>({
    maxSize: MOST_BYTES,
    sizeCalculation: (png) => png.length,
  });
  private readonly drawing = new Map<string, Promise<Buffer>>();
  private turn: Promise<unknown> = Promise.resolve();

  /** The picture as PNG. */
  async of(card: LinkCard): Promise<Buffer> {
    const tag = pictureTag(card);
    return this.kept.get(tag) ?? this.drawing.get(tag) ?? this.draw(tag, card);
  }

  private draw(tag: string, card: LinkCard): Promise<Buffer> {
    const drawn = this.turn.then(async () => {
      const png = await pngOf(cardSvg(card));
      this.kept.set(tag, png);
      return png;
    });
    this.turn = drawn.catch(() => undefined);
    this.drawing.set(tag, drawn);
    return drawn.finally(() => this.drawing.delete(tag));
  }
}

/** In a thread of its own; what draws is loaded with the first picture. */
async function pngOf(svg: string): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, { font: { loadSystemFonts: false, fontFiles: fontPaths() } });
  return image.asPng();
}
