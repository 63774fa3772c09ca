import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { type PictureSource, type RenderedReport, renderReport, type ReportFormat } from '#features/reports';
import type { SnapshotContent } from '#features/rollups';
import { snapshotSample } from '../factories/snapshot-sample.js';
import { readPdf, withoutSpace } from './pdf-checks.js';

const ORIGIN = { snapshotId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', number: 1, sha256: '0'.repeat(64) };
const PHOTO = '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e13';
const GONE = '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e14';

describe('the photos of stories in reports', () => {
  let picture: Buffer;
  let content: SnapshotContent;
  const source: PictureSource = (ids) => Promise.resolve(new Map(ids.map((id) => [id, picture])));
  const render = (format: ReportFormat, pictures?: PictureSource): Promise<RenderedReport> =>
    renderReport(content, ORIGIN, 'annual', 'es', format, 'https://mirps.example.org', pictures);

  beforeAll(async () => {
    picture = await sharp({ create: { width: 320, height: 200, channels: 3, background: '#2a9d8f' } })
      .jpeg()
      .toBuffer();
    const said = {
      ...{ width: 320, height: 200, takenOn: '2024-05-01', credit: 'Dibujo de prueba' },
      ...{ altEn: 'A green field', altEs: 'Un campo verde', captionEn: 'The field', captionEs: null },
    };
    const photo = { ...said, id: PHOTO, sha256: createHash('sha256').update(picture).digest('hex') };
    const story = {
      id: GONE,
      stateCode: 'MX',
      titleEn: 'A studio',
      titleEs: 'Un estudio',
      nameChanged: false,
    };
    const photos = [photo, { withdrawnOn: '2024-12-02' }];
    const sample = snapshotSample();
    const regional = [
      ...sample.others.regional,
      { id: 'stories', content: [{ ...story, textEn: 'Told.', textEs: 'Contado.', photos }] },
    ];
    content = { ...sample, others: { ...sample.others, regional } };
  });

  it('stand in the HTML file itself, with what they show and whose they are', async () => {
    const body = String((await render('html', source)).body);
    expect(body).toContain(
      `<img src="data:image/jpeg;base64,${picture.toString('base64')}" alt="Un campo verde" width="320" height="200">`,
    );
    expect(body).toContain('<span lang="en">The field</span> <span class="credit">Crédito: Dibujo de prueba');
    expect(body).toMatch(/Aquí había una fotografía; se retiró el 2 de diciembre de 2024/);
    expect(body).toContain('img-src data:');
    expect(body).not.toContain('Fotografías con crédito y consentimiento');
  });

  it('stand in the PDF as figures with words, and the same again is the same', async () => {
    const [with_, again, without] = [
      await render('pdf', source),
      await render('pdf', source),
      await render('pdf'),
    ];
    const [pdf, bare] = [await readPdf(with_.body as Buffer), await readPdf(without.body as Buffer)];
    expect(again.sha256).toBe(with_.sha256);
    expect(pdf.roles.get('Figure')).toBe((bare.roles.get('Figure') ?? 0) + 1);
    expect(pdf.figuresWithoutWords).toBe(0);
    expect(pdf.text).toContain(withoutSpace('The field Crédito: Dibujo de prueba, 1 de mayo de 2024'));
  });

  it('stand in the Word file with their words, and the same again is the same', async () => {
    const [made, again] = [await render('docx', source), await render('docx', source)];
    expect(again.sha256).toBe(made.sha256);
    const parts = unzipSync(made.body as Buffer);
    const media = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
    expect(media.map((name) => Buffer.from(parts[name] ?? []).equals(picture))).toEqual([true]);
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(text).toContain('descr="Un campo verde"');
    expect(text).toContain('Dibujo de prueba');
    const title = text.slice(text.indexOf('"StoryTitle"'));
    expect(title.slice(0, title.indexOf('</w:p>'))).toContain('Un estudio');
    const styles = strFromU8(parts['word/styles.xml'] ?? new Uint8Array());
    const own = styles.slice(styles.indexOf('w:styleId="StoryTitle"'));
    expect(own.slice(0, own.indexOf('</w:style>'))).toContain('<w:keepNext/>');
  });

  it('are named by their hash in the report as data, without the picture', async () => {
    const body = String((await render('json', source)).body);
    expect(body).toContain(`"photoId": "${PHOTO}"`);
    expect(body).not.toContain(picture.toString('base64').slice(0, 40));
  });

  it('are left out once they were taken back, and never are others than those that were frozen', async () => {
    const gone = String((await render('html', () => Promise.resolve(new Map()))).body);
    expect(gone).not.toContain('<img');
    expect(gone).toContain('Contado.');
    const other = Buffer.from('another picture');
    await expect(render('html', () => Promise.resolve(new Map([[PHOTO, other]])))).rejects.toThrow(
      'not the one that was frozen',
    );
  });
});
