import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Upload } from '#platform/http';
import { auditedActions } from '../../../test/factories/plans.js';
import { regionWithTeam, TEAM } from '../../../test/factories/teams.js';
import { asAttachment } from '#platform/storage';

const PDF = '%PDF-1.7 guide';

const upload = (name: string, content: string | Buffer): Upload => ({
  read: () => Promise.resolve({ name, bytes: Buffer.from(content) }),
});

/** Fails the test when somebody who may not send a file makes the API read it. */
const unread: Upload = { read: () => Promise.reject(new Error('The file was read.')) };

describe('the file of a product', () => {
  let region: Awaited<ReturnType<typeof regionWithTeam>>;
  beforeAll(async () => {
    region = await regionWithTeam();
  });
  afterAll(async () => {
    await rm(region.teams.filesAt, { recursive: true });
    await region.db.close();
  });

  const stored = async (): Promise<string[]> =>
    (await readdir(join(region.teams.filesAt, 'team-products'), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => join(parentPath, name));
  const product = () =>
    region.teams.records.createProduct(region.lead, {
      ...{ teamKey: TEAM.key, year: 2024, titleEn: 'Guide', titleEs: 'Guía' },
    });

  it('is kept, replaced and taken away, and only the last one stays in the store', async () => {
    const { teams, lead } = region;
    const { id, version, file } = await product();
    expect([version, file]).toEqual([1, null]);
    await expect(teams.files.open(id)).rejects.toMatchObject({ code: 'not_found' });
    const first = await teams.files.attach(lead, id, 1, upload('C:\\docs\\Guía.exe', PDF));
    expect(first).toMatchObject({
      version: 2,
      file: { name: 'Guía.pdf', contentType: 'application/pdf', bytes: PDF.length },
    });
    await teams.files.attach(lead, id, 2, upload('Second.pdf', `${PDF} 2`));
    const { content } = await teams.files.open(id);
    expect(await text(content)).toBe(`${PDF} 2`);
    expect(await stored()).toHaveLength(1);
    expect(await teams.files.remove(lead, id, 3)).toMatchObject({ version: 4, file: null });
    expect(await stored()).toEqual([]);
    expect(await auditedActions(region.db, id)).toEqual(
      ['create', 'attach_file', 'attach_file', 'remove_file'].map((verb) => `team_product.${verb}`),
    );
  });

  it('is not even read from who leads another team, or saw an older version', async () => {
    const { teams, lead, otherLead } = region;
    const { id } = await product();
    await expect(teams.files.attach(otherLead, id, 1, unread)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(teams.files.attach(lead, id, 9, unread)).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { version: 1 } },
    });
    const slow: Upload = {
      read: async () => {
        await teams.files.attach(lead, id, 1, upload('fast.pdf', PDF));
        return { name: 'slow.pdf', bytes: Buffer.from(PDF) };
      },
    };
    await expect(teams.files.attach(lead, id, 1, slow)).rejects.toMatchObject({ code: 'stale' });
    expect(await stored()).toHaveLength(1);
  });

  it.each([
    ['page.pdf', '<html><script>alert(1)</script></html>'],
    ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['tool.pdf', Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1')],
    ['empty.docx', Buffer.from('PK\x05\x06' + '\0'.repeat(18), 'latin1')],
  ])('is refused when its bytes are none of what we keep: %s', async (name, content) => {
    const { id } = await product();
    await expect(region.teams.files.attach(region.lead, id, 1, upload(name, content))).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'file' }],
    });
  });

  it('is gone when the store lost it', async () => {
    const { teams, lead } = region;
    const { id } = await product();
    await teams.files.attach(lead, id, 1, upload('a.pdf', PDF));
    for (const file of await stored()) await rm(file);
    await expect(teams.files.open(id)).rejects.toMatchObject({ code: 'gone' });
  });

  it('is called in a download as its owner calls it', () => {
    expect(asAttachment('Guía "A" (1).pdf')).toBe(
      `attachment; filename="Guia A (1).pdf"; filename*=UTF-8''Gu%C3%ADa%20%22A%22%20%281%29.pdf`,
    );
  });
});
