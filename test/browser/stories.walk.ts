import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { accessibilityProblems, go, picture, visit } from './browser.js';
import { browser, stack } from './product.js';

const drawings = (...colours: string[]) =>
  Promise.all(
    colours.map(async (background, i) => ({
      name: `${i}.png`,
      mimeType: 'image/png',
      buffer: await sharp({ create: { width: 600, height: 400, channels: 3, background } })
        .png()
        .toBuffer(),
    })),
  );

describe('A story in the browser', () => {
  it('is published with consent only, its photos too, and gone for everybody once it is taken back', async () => {
    const page = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'en' });
    await go(page, '/stories/new');
    await page.getByLabel('State', { exact: true }).selectOption('MX');
    await page.getByLabel(/^Year/).fill('2024');
    await page.getByLabel(/^Title in English/).fill('A studio of her own');
    await page.getByLabel(/^Title in Spanish/).fill('Un estudio propio');
    await page.getByLabel(/^Text in English/).fill('She opened a studio.');
    await page.getByLabel(/^Text in Spanish/).fill('Abrió un estudio.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'A studio of her own' }).waitFor();
    const story = new URL(page.url()).pathname;

    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Without the person’s recorded consent').waitFor();
    await picture(page, 'story-refused-en');
    expect(await accessibilityProblems(page)).toEqual([]);
    const seenBy = async () => (await stack.stranger.ask('GET', `/api${story}`)).status;
    expect(await seenBy()).toBe(404);

    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByLabel('Consent given on').fill('2024-06-01');
    await page.getByLabel('Where the consent is kept').fill('Folder 12');
    await page.getByRole('button', { name: 'Save' }).click();

    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await drawings('#2a9d8f', '#e9c46a'));
    await page.getByRole('dialog', { name: 'Photo 1' }).waitFor();
    await page.getByLabel('What the photo shows, English').fill('A green field');
    await page.getByText('To be translated').waitFor();
    await page.getByLabel('Credit').fill('Drawn for a test');
    await page.getByLabel('Persons in the photo').selectOption('consented');
    await picture(page, 'story-photo-dialog-en');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/To be said before publishing: what it shows, in Spanish; who consented/).waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Photo 1, What it shows, in Spanish').waitFor();
    await picture(page, 'story-photos-refused-en');
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.getByRole('button', { name: 'Describe: Photo 1' }).click();
    await page.getByLabel('What the photo shows, Español').fill('Un campo verde');
    await page.getByLabel('Who consented').fill('Marta');
    await page.getByRole('dialog').getByLabel('Consent given on').fill('2024-06-01');
    await page.getByLabel('For what use').fill('Reports');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Remove: Photo 2' }).click();
    await page.getByRole('button', { name: 'Remove for good?: Photo 2' }).click();
    await page.getByRole('button', { name: 'Describe: Photo 2' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('button', { name: 'Take back' }).waitFor();
    expect(await seenBy()).toBe(200);

    const reader = await visit(browser, stack.url, { lang: 'es', size: 'phone' });
    await go(reader, story);
    const shown = reader.getByRole('img', { name: 'Un campo verde' });
    expect(await shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(600);
    await picture(reader, 'story-photo-es-phone');
    await page.getByRole('button', { name: 'Consent withdrawn: Photo 1' }).click();
    await page.getByRole('button', { name: 'Take it out of everything?: Photo 1' }).click();
    await page.getByText('No photo yet').waitFor();
    await go(reader, story);
    expect(await shown.count()).toBe(0);
    await reader.context().close();

    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('button', { name: 'Publish' }).waitFor();
    expect(await seenBy()).toBe(404);
    await page.context().close();
  });
});
