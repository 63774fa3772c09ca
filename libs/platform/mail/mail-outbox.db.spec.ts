import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../../test/harness/index.js';
import { MailOutbox } from './mail-outbox.js';
import { Mailer } from './mailer.js';

describe('the local mail outbox', () => {
  let db: TestDatabase;
  let outbox: MailOutbox;
  let mailer: Mailer;
  beforeAll(async () => {
    db = await testDatabase();
    outbox = new MailOutbox(db.database);
    mailer = new Mailer(outbox, 'T <t@t.example>');
  });
  afterAll(() => db.close());

  const send = (number: number): Promise<void> =>
    mailer.send({
      to: 'ana@example.org',
      subject: `Mail ${number}`,
      text: 'Hola',
      html: '<p>Hola</p>',
      messageId: `m.${number}@t.example`,
      lang: 'es',
    });

  it('keeps a mail whole, once a Message-ID, and gives them newest first by pages', async () => {
    for (const number of [1, 2, 3, 2]) await send(number);
    const first = await outbox.list(2);
    expect(first.map(({ subject }) => subject)).toEqual(['Mail 3', 'Mail 2']);
    const rest = await outbox.list(2, first.at(-1)?.id);
    expect(rest.map(({ subject }) => subject)).toEqual(['Mail 1']);
    expect(await outbox.find(rest[0]?.id ?? '')).toMatchObject({
      sender: 'T <t@t.example>',
      recipient: 'ana@example.org',
      messageId: '<m.1@t.example>',
      text: 'Hola',
      html: '<p>Hola</p>',
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'es' },
    });
  });

  it('forgets all but the newest', async () => {
    for (const number of [4, 5]) await send(number);
    expect(await outbox.prune(30, 2)).toBe(3);
    expect((await outbox.list(10)).map(({ subject }) => subject)).toEqual(['Mail 5', 'Mail 4']);
    expect(await outbox.prune(30, 2)).toBe(0);
  });

  it('forgets what is older than its days', async () => {
    await db.database.execute(
      `UPDATE mail_outbox SET created_at = now() - interval '31 days' WHERE subject = 'Mail 4'`,
    );
    expect(await outbox.prune(30)).toBe(1);
    expect((await outbox.list(10)).map(({ subject }) => subject)).toEqual(['Mail 5']);
  });
});
