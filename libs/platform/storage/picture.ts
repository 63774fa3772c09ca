import type Sharp from 'sharp';
import { type Bilingual, DomainError, invalid } from '#platform/http';

/** A picture as it is kept: a JPEG in sRGB, upright, with nothing but its points. */
export interface Picture {
  bytes: Buffer;
  /** In points. */
  width: number;
  height: number;
}

/** Longest side that is kept: 1,600 points are 200 dots an inch over the width of a printed page. */
export const LONGEST_SIDE = 1600;

/** More points than phones take; a small file that unfolds into more is refused before it is unfolded. */
const MOST_POINTS = 50_000_000;

const QUALITY = 80;
const LONGEST_SECONDS = 20;
const ALLOWED = ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'];

let turn: Promise<unknown> = Promise.resolve();

/**
 * Makes of a JPEG, PNG or WebP what is kept of it: turned upright as the camera noted, scaled down, on white where it is
 * transparent, without place, camera and whatever else stood in the file. One at a time, so that memory stays bounded.
 * @throws DomainError invalid for what cannot be read, and for too many points
 */
export function pictureOf(bytes: Buffer): Promise<Picture> {
  const made = turn.then(() => convert(bytes));
  turn = made.catch(() => undefined);
  return made;
}

async function convert(bytes: Buffer): Promise<Picture> {
  const sharp = await decoder();
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MOST_POINTS) throw invalid('file', tooManyPoints(width, height));
    const { data, info } = await sharp(bytes, { failOn: 'error', limitInputPixels: MOST_POINTS })
      .timeout({ seconds: LONGEST_SECONDS })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw invalid('file', UNREADABLE);
  }
}

/** Loaded with the first picture: its native code is nothing that an API at rest need keep in memory. */
async function decoder(): Promise<typeof Sharp> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ALLOWED });
  return sharp;
}

const tooManyPoints = (width: number, height: number): Bilingual => ({
  en: `This picture has ${width} × ${height} points; 50 million can be taken at most. Save it smaller and send it again.`,
  es: `Esta imagen tiene ${width} × ${height} puntos; se admiten 50 millones como máximo. Guárdela más pequeña y envíela de nuevo.`,
});
const UNREADABLE: Bilingual = {
  en: 'This picture cannot be read: its file is damaged or not whole. Save it again as JPEG or PNG.',
  es: 'Esta imagen no se puede leer: el archivo está dañado o incompleto. Guárdela de nuevo como JPEG o PNG.',
};
