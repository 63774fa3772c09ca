import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Email } from 'postal-mime';
import { eventually, type Stack, startStack } from '../harness/index.js';
import { type SmtpSink, smtpSink } from '../harness/smtp.js';

interface Digest {
  userId: string;
  email: string;
  kind: string;
  offsetDays: number;
  lang: 'en' | 'es';
  items: { code: string; stateCode: string }[];
}

interface LedgerRow {
  id: string;
  email: string;
  kind: string;
  outcome: string;
}

const DAY_MS = 86_400_000;
const ENGLISH = /updates? (due on|are late|wait for)/;
const SPANISH = /actualizaci(ón|ones) (para el|con atraso|esperan?)/;

describe('reminders', () => {
  let stack: Stack;
  let sink: SmtpSink;
  let dueOn: Date;
  let planned: Digest[];

  beforeAll(async () => {
    sink = await smtpSink();
    stack = await startStack({ smtpUrl: sink.url });
    const [cycle] = await stack.sql<{ dueOn: string }>(
      `SELECT due_on::text AS "dueOn" FROM cycles WHERE state = 'open'`,
    );
    dueOn = new Date(`${cycle?.dueOn}T18:00:00Z`);
  });
  afterAll(async () => {
    await stack.stop();
    await sink.close();
  });

  /** The afternoon of a day counted from the due day, everywhere in the region. */
  const daysAfterDue = (days: number): string => new Date(dueOn.getTime() + days * DAY_MS).toISOString();
  async function remind<T>(...words: string[]): Promise<T> {
    const { code, stdout, stderr } = await stack.mirps(['remind', ...words, '--json']);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as T;
  }
  // Only of the days that this spec is about: the worker's own schedule may strike meanwhile.
  const ledger = (offset: number): Promise<LedgerRow[]> =>
    stack.sql<LedgerRow>(
      `SELECT l.id, u.email, l.kind, l.outcome FROM reminder_ledger l JOIN auth_users u ON u.id = l.user_id
        WHERE l.offset_days = $1 AND l.outcome <> 'overtaken'`,
      [offset],
    );
  const idOf = (mail: Email): string => /^<reminder\.([\w-]+)@/.exec(mail.messageId ?? '')?.[1] ?? '';
  async function mailsOf(offset: number): Promise<Email[]> {
    const ids = (await ledger(offset)).map(({ id }) => id);
    return (await sink.mails()).filter((mail) => ids.includes(idOf(mail)));
  }

  it('can be looked at before: who would get what and why, with nothing written', async () => {
    const asOf = daysAfterDue(3);
    const preview = await remind<{ digests: Digest[] }>('--as-of', asOf, '--dry-run');
    planned = preview.digests;
    expect(await ledger(3)).toEqual([]);
    expect(new Set(planned.map(({ email, kind }) => `${email} ${kind}`)).size).toBe(planned.length);
    const kinds = Map.groupBy(planned, ({ kind }) => kind);
    expect([...kinds.keys()].sort()).toEqual(['escalation_coordinator', 'review_queue', 'update']);
    expect(kinds.get('escalation_coordinator')).toHaveLength(7);
    const comar = planned.find(({ email }) => email === 'focal.comar.mx@mirps.example');
    expect(comar?.items.length).toBeGreaterThan(1);
    const submitted = await stack.sql<{ code: string }>(
      `SELECT co.code FROM updates u JOIN commitments co ON co.id = u.commitment_id JOIN cycles c ON c.id = u.cycle_id
        WHERE c.state = 'open' AND u.review_state IN ('submitted', 'approved')`,
    );
    const asked = new Set((kinds.get('update') ?? []).flatMap(({ items }) => items.map(({ code }) => code)));
    expect(submitted.filter(({ code }) => asked.has(code))).toEqual([]);
    const later = await remind<{ digests: Digest[] }>('--as-of', daysAfterDue(7), '--dry-run');
    expect(later.digests.filter(({ kind }) => kind === 'escalation_presidency')).toMatchObject([
      { email: 'presidency.sv@mirps.example' },
    ]);
  });

  it('are claimed once, although two run at the same time', async () => {
    const runs = await Promise.all([1, 2].map(() => remind<{ claimed: number }>('--as-of', daysAfterDue(3))));
    const claimed = await ledger(3);
    expect(claimed).toHaveLength(planned.length);
    expect(runs.reduce((sum, run) => sum + run.claimed, 0)).toBe(planned.length);
    expect(new Set(claimed.map(({ email, kind }) => `${email} ${kind}`)).size).toBe(planned.length);
  });

  it('reach each person in one mail, in their language, with everything that they owe', async () => {
    const mails = await eventually('all mails', async () => {
      const arrived = await mailsOf(3);
      return arrived.length >= planned.length && arrived;
    });
    expect(mails).toHaveLength(planned.length);
    const rows = new Map((await ledger(3)).map((row) => [row.id, row]));
    expect(new Set(mails.map(idOf)).size).toBe(planned.length);
    for (const mail of mails) {
      const row = rows.get(idOf(mail));
      const digest = planned.find(({ email, kind }) => email === row?.email && kind === row?.kind);
      expect(mail.to?.map(({ address }) => address)).toEqual([digest?.email]);
      expect(mail.subject).toMatch(digest?.lang === 'en' ? ENGLISH : SPANISH);
      for (const { code } of digest?.items ?? []) {
        expect(mail.text).toContain(code);
        expect(mail.html).toContain(code);
      }
      expect(mail.text).toContain(`${stack.url}/`);
      const header = mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value;
      expect(header).toContain(`<${stack.url}/account/reminders`);
    }
    expect(new Set(planned.map(({ lang }) => lang))).toEqual(new Set(['en', 'es']));
  });

  it('are not sent a second time', async () => {
    expect(await remind('--as-of', daysAfterDue(3))).toMatchObject({ claimed: 0 });
    await eventually(
      'an empty outbox and idle queues',
      async () => (await stack.mirps(['doctor'])).code === 0,
    );
    expect((await ledger(3)).map(({ outcome }) => outcome)).toEqual(planned.map(() => 'sent'));
    expect(await mailsOf(3)).toHaveLength(planned.length);
  });

  it('end for who follows the link in the mail, without signing in, and for nobody else', async () => {
    const [mail] = (await mailsOf(3)).filter(({ to }) => to?.[0]?.address === 'focal.comar.mx@mirps.example');
    const header = mail?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
    const address = /<(http[^>]+)>/.exec(header)?.[1] ?? '';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const forged = address.replace(/key=[^&]{4}/, 'key=AAAA');
    const post = async (url: string): Promise<number> =>
      (await fetch(url, { method: 'POST', headers, body: 'List-Unsubscribe=One-Click' })).status;
    expect(await post(forged)).toBe(404);
    expect((await fetch(address)).status).toBe(200);
    const asked = async (): Promise<string[]> =>
      (await remind<{ digests: Digest[] }>('--as-of', daysAfterDue(7), '--dry-run')).digests.map(
        ({ email }) => email,
      );
    const before = await asked();
    expect(before).toContain('focal.comar.mx@mirps.example');
    expect(await post(address)).toBe(200);
    expect(await asked()).toEqual(before.filter((email) => email !== 'focal.comar.mx@mirps.example'));
  });
});
