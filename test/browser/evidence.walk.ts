import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Client, eventually } from '../harness/index.js';
import { accessibilityProblems, go, overflow, picture, visit } from './browser.js';
import { browser, stack } from './product.js';

const CYCLE = '2026-annual';
const PERSON = 'focal.comar.mx';
const SECRET = 'GPS 14.9N 92.3W';

interface Due {
  commitmentId: string;
  updateId: string | null;
}
interface Evidence {
  titleEs: string | null;
  fileId: string;
  file: { name: string; bytes: number };
}

/** What a camera adds to a photo: where it was taken. */
function withPlace(jpeg: Buffer): Buffer {
  const said = Buffer.from(`Exif\0\0${SECRET}`);
  const segment = Buffer.from([0xff, 0xe1, 0, said.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, said, jpeg.subarray(2)]);
}

describe('Evidence of an update', () => {
  let page: Page;
  let client: Client;
  let item: Due;

  beforeAll(async () => {
    client = await stack.signIn(`${PERSON}@mirps.example`);
    page = await visit(browser, stack.url, { as: PERSON, lang: 'es', size: 'phone' });
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
    const due = await client.json<Due[]>('GET', '/api/updates/due');
    item = due.find(({ updateId }) => updateId === null) as Due;
    await go(page, `/my-updates/${CYCLE}/${item.commitmentId}`);
  });

  const panel = () => page.getByRole('region', { name: 'Evidencia' });
  /** What the server has of the update, once it has so much evidence. */
  const onServer = (count: number): Promise<Evidence[]> =>
    eventually(`${count} pieces of evidence`, async () => {
      const due = await client.json<Due[]>('GET', '/api/updates/due');
      const id = due.find(({ commitmentId }) => commitmentId === item.commitmentId)?.updateId;
      if (!id) return undefined;
      const { evidence } = await client.json<{ evidence: Evidence[] }>('GET', `/api/updates/${id}`);
      return evidence.length === count ? evidence : undefined;
    });
  const bytesOf = async ({ fileId }: Evidence): Promise<Buffer> => {
    const answer = await fetch(`${stack.url}/api/evidence-files/${fileId}`, {
      headers: { cookie: client.cookie },
    });
    return Buffer.from(await answer.arrayBuffer());
  };

  it('is dropped on the form', async () => {
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['%PDF-1.7 lista'], 'Lista.pdf', { type: 'application/pdf' }));
      return transfer;
    });
    await panel()
      .getByText('PDF, imágenes', { exact: false })
      .dispatchEvent('drop', { dataTransfer: dropped });
    await panel().getByRole('link', { name: 'Lista.pdf' }).waitFor();
  });

  it('is a photo of the camera, which goes without the place where it was taken', async () => {
    const drawn = await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      canvas.getContext('2d')?.fillRect(0, 0, 40, 40);
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg'));
      return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer())];
    });
    const photo = withPlace(Buffer.from(drawn));
    expect(photo.includes(SECRET)).toBe(true);
    const asked = page.waitForEvent('filechooser');
    await panel().getByRole('button', { name: 'Tomar una foto' }).click();
    const chooser = await asked;
    expect(await chooser.element().getAttribute('capture')).toBe('environment');
    await chooser.setFiles({ name: 'Taller.jpg', mimeType: 'image/jpeg', buffer: photo });
    await panel().getByRole('link', { name: 'Taller.jpg' }).waitFor();
    await page.getByRole('button', { name: 'Guardar borrador' }).click();
    await page.getByText('Borrador guardado.').waitFor();
    const [, kept] = await onServer(2);
    const bytes = await bytesOf(kept as Evidence);
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(bytes.includes(SECRET)).toBe(false);
  });

  it('is chosen, described and removed by keyboard alone', async () => {
    const choose = panel().getByRole('button', { name: 'Elegir archivos' });
    const asked = page.waitForEvent('filechooser');
    await choose.press('Enter');
    await (
      await asked
    ).setFiles({
      name: 'Nota.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 nota'),
    });
    const note = panel().getByRole('group', { name: 'Nota' });
    await note.getByRole('link', { name: 'Nota.pdf' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await page.keyboard.type(' de prensa');
    const described = panel().getByRole('group', { name: 'Nota de prensa' });
    await described.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await described.waitFor({ state: 'detached' });
  });

  it('waits on the device without a network, outlives the tab, and goes with the update', async () => {
    await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
    await page.context().setOffline(true);
    const content = Buffer.from(`%PDF-1.7 ${'acta '.repeat(20_000)}`);
    await panel()
      .locator('input[type=file][multiple]')
      .setInputFiles({ name: 'Acta.pdf', mimeType: 'application/pdf', buffer: content });
    await panel().getByText('Guardado en este dispositivo', { exact: false }).waitFor();
    await panel()
      .getByRole('group', { name: 'Acta' })
      .getByLabel('Qué es (español)')
      .fill('Acta de Tapachula');
    await picture(page, 'evidence-waiting');
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);

    const next = await page.context().newPage();
    await page.close();
    page = next;
    await page.goto('/my-updates');
    await page.getByText('1 sin enviar').waitFor();
    await page.context().setOffline(false);
    const evidence = await onServer(3);
    expect(evidence.map(({ titleEs }) => titleEs)).toEqual(['Lista', 'Taller', 'Acta de Tapachula']);
    expect(await bytesOf(evidence[2] as Evidence)).toEqual(content);
    await page.getByText('1 sin enviar').waitFor({ state: 'detached' });

    // Nothing of it stays on the device once nothing names it; what was chosen this moment may be named in the next.
    await page.evaluate(async () => {
      const files = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('mirps-files');
        opening.onsuccess = () => resolve(opening.result);
      });
      const writing = files.transaction('files', 'readwrite');
      const ages = { 'this moment': Date.now(), 'long ago': Date.now() - 2 * 60 * 60_000 };
      for (const [key, at] of Object.entries(ages))
        writing.objectStore('files').put({ file: new File(['acta'], 'Acta.pdf'), at }, key);
      await new Promise((resolve) => (writing.oncomplete = resolve));
      files.close();
    });
    await go(page, '/my-updates');
    const left = () =>
      page.evaluate(
        () =>
          new Promise<string[]>((resolve) => {
            const opening = indexedDB.open('mirps-files');
            opening.onsuccess = () => {
              const asking = opening.result.transaction('files').objectStore('files').getAllKeys();
              asking.onsuccess = () => resolve(asking.result.map(String));
            };
          }),
      );
    await eventually('a tidy device', async () => ((await left()).length === 1 ? true : undefined));
    expect(await left()).toEqual(['this moment']);
  });
});
