import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { fileKindOf } from './file-kind.js';
import { LONGEST_SIDE, pictureOf } from './picture.js';

const GREEN = { r: 30, g: 140, b: 60 };
const plain = (width: number, height: number, alpha = 1) =>
  sharp({ create: { width, height, channels: 4, background: { ...GREEN, alpha } } });

/** A photo of a phone that was held upright: the sensor's lines lie, and the camera notes how, where and with what. */
const fromPhone = () =>
  plain(2000, 1000)
    .jpeg()
    .withExif({
      IFD0: { Make: 'Fonemaker', Copyright: 'A. Name' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 54/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

/** The head of a PNG that says it is 40,000 points square, and a megabyte of zeros that unfolds. */
function bomb(): Buffer {
  const side = 40_000;
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(Buffer.concat([Buffer.from(type), data])));
    return Buffer.concat([length, Buffer.from(type), data, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

describe('a picture that somebody sends', () => {
  it('is kept upright, scaled down, and without what the camera wrote into it', async () => {
    const sent = await fromPhone();
    expect(sent.includes('Fonemaker')).toBe(true);
    const { bytes, width, height } = await pictureOf(sent);
    expect([width, height]).toEqual([LONGEST_SIDE / 2, LONGEST_SIDE]);
    const kept = await sharp(bytes).metadata();
    expect(kept).toMatchObject({ format: 'jpeg', width, height, space: 'srgb' });
    expect([kept.exif, kept.xmp, kept.iptc, kept.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(bytes.includes('Fonemaker')).toBe(false);
  });

  it('is not blown up, and lies on white where it was transparent', async () => {
    const { bytes, width, height } = await pictureOf(await plain(40, 30, 0).png().toBuffer());
    expect([width, height]).toEqual([40, 30]);
    expect([...(await sharp(bytes).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
    expect(await pictureOf(await plain(20, 10).webp().toBuffer())).toMatchObject({ width: 20, height: 10 });
  });

  it('that unfolds into too many points is refused before it is unfolded', async () => {
    await expect(pictureOf(bomb())).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'file', detail: { en: expect.stringContaining('40000 × 40000') } }],
    });
  });

  it('that is cut off is refused in words, and the next one is taken', async () => {
    const whole = await fromPhone();
    const problem = { fields: [{ field: 'file', detail: { en: expect.stringContaining('damaged') } }] };
    await expect(pictureOf(whole.subarray(0, whole.length / 2))).rejects.toMatchObject(problem);
    await expect(pictureOf(whole)).resolves.toMatchObject({ height: LONGEST_SIDE });
  });

  it('is JPEG, PNG or WebP by its bytes, whatever it is called', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const gif = await plain(9, 9).gif().toBuffer();
    const pdf = Buffer.from('%PDF-1.7 x');
    for (const bytes of [svg, gif, pdf])
      await expect(fileKindOf({ name: 'a.jpg', bytes }, 'picture')).rejects.toMatchObject({
        fields: [{ detail: { en: expect.stringContaining('JPEG, PNG or WebP') } }],
      });
    // Should one get past that door, its decoder is shut.
    for (const bytes of [svg, gif]) await expect(pictureOf(bytes)).rejects.toMatchObject({ code: 'invalid' });
  });
});
