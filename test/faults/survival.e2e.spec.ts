import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startStack, type Stack } from '../harness/index.js';
import { testRedis, type TestRedis } from '../harness/redis.js';
import { smtpSink, type SmtpSink } from '../harness/smtp.js';
import { Export } from './exported.js';
import { killAtRandom, randomFrom } from './killer.js';
import { recompute } from './recomputation.js';
import { type Acknowledged, Writer } from './writer.js';

/** `FAULT_SECONDS=120 npm test -- e2e` is the long form; `FAULT_SEED` repeats a run's kills. */
const SECONDS = Number(process.env.FAULT_SECONDS ?? 20);
const SEED = Number(process.env.FAULT_SEED ?? 2024);
const STATES = ['BZ', 'CR', 'GT', 'HN', 'MX', 'PA', 'SV'];
/** A silent worker keeps its jobs for 20 s before another takes them; then they still have to be done. */
const SETTLE_MS = 120_000;
/** Mails that a worker may have under way at once. */
const MAILS_AT_ONCE = 8;

describe('two APIs and two workers on one Redis and one PostgreSQL, killed at random while people write', () => {
  let redis: TestRedis;
  let sink: SmtpSink;
  let stack: Stack | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'mirps-survival-'));

  beforeEach(async () => {
    redis = await testRedis();
    sink = await smtpSink();
  });
  afterEach(async () => {
    await stack?.stop();
    await Promise.all([redis.close(), sink.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    { mail: 'an SMTP server', seconds: SECONDS },
    { mail: 'the local outbox', seconds: Math.ceil(SECONDS / 2) },
  ])(
    'lose no acknowledged write, remind nobody twice and leave no rollup stale, with mail to $mail',
    async ({ mail, seconds }) => {
      const smtp = mail === 'an SMTP server';
      const running = await startStack({
        apis: 2,
        workers: 2,
        redisUrl: redis.url,
        ...(smtp ? { smtpUrl: sink.url } : {}),
      });
      stack = running;
      const cycleKey = await openCycle(running);
      const writers = await Promise.all(STATES.map((state) => writerOf(running, state)));
      let going = true;
      const [kills] = await Promise.all([
        killAtRandom(running.parts, seconds, randomFrom(SEED)).finally(() => (going = false)),
        remindAgainAndAgain(running, () => going),
        ...writers.map(({ writer, commitmentIds }) => writer.write(commitmentIds, cycleKey, () => going)),
      ]);
      const acknowledged = writers.flatMap(({ writer }) => writer.acknowledged);
      expect(acknowledged.length).toBeGreaterThan(100);

      await everyWriteIsThere(running, acknowledged, cycleKey);
      await nothingIsLeftToDo(running);
      await noRollupIsStale(running, cycleKey, folder);
      const mails = await everySentReminderIsAMail(running, () =>
        smtp ? mailsOf(sink) : keptMails(running),
      );
      expect(repeatsOf(mails)).toBeLessThanOrEqual(smtp ? kills.worker * MAILS_AT_ONCE : 0);
      tell({
        mail,
        seconds,
        seed: SEED,
        kills,
        acknowledged: acknowledged.length,
        repeated: writers.reduce((sum, { writer }) => sum + writer.lost, 0),
        mails,
      });
    },
    (SECONDS + 300) * 1000,
  );
});

async function openCycle(stack: Stack): Promise<string> {
  const [cycle] = await stack.sql<{ key: string }>(
    `SELECT key FROM cycles WHERE state = 'open' ORDER BY facts_to DESC LIMIT 1`,
  );
  if (!cycle) throw new Error('The demo has no open cycle');
  return cycle.key;
}

/** The focal point of a State who has most left to report, and its coordinator. */
async function writerOf(stack: Stack, state: string): Promise<{ writer: Writer; commitmentIds: string[] }> {
  const [focal] = await stack.sql<{ email: string; ids: string[] }>(
    `SELECT u.email, array_agg(c.id ORDER BY c.code) AS ids
       FROM commitment_focal_points f JOIN auth_users u ON u.id = f.user_id JOIN commitments c ON c.id = f.commitment_id AND c.state_code = $1
      WHERE f.to_on IS NULL AND NOT EXISTS (SELECT FROM updates x JOIN cycles cy ON cy.id = x.cycle_id AND cy.state = 'open' WHERE x.commitment_id = c.id)
      GROUP BY u.email ORDER BY count(*) DESC, u.email LIMIT 1`,
    [state],
  );
  if (!focal) throw new Error(`Nobody in ${state} has anything to report`);
  const urls = stack.parts.filter(({ role }) => role === 'api').map(({ url }) => url);
  const [author, coordinator] = [
    await stack.signIn(focal.email),
    await stack.signIn(`coordinator.${state.toLowerCase()}@mirps.example`),
  ];
  return { writer: new Writer(state, urls, author, coordinator), commitmentIds: focal.ids };
}

/** As if the days went by: each look claims what is due then, from two sides at once. */
async function remindAgainAndAgain(stack: Stack, going: () => boolean): Promise<void> {
  for (let days = 1; going() && days <= 22; days += 3) {
    const asOf = new Date(Date.now() + days * 86_400_000).toISOString();
    const looks = await Promise.all([1, 2].map(() => stack.mirps(['remind', '--as-of', asOf])));
    for (const { code, stderr } of looks) if (code !== 0) throw new Error(`mirps remind: ${stderr}`);
  }
}

async function everyWriteIsThere(
  stack: Stack,
  acknowledged: readonly Acknowledged[],
  cycleKey: string,
): Promise<void> {
  const rows = await stack.sql<{ id: string; revision: number; commitmentId: string; state: string }>(
    `SELECT u.id, u.revision, u.commitment_id AS "commitmentId", u.review_state AS state FROM updates u JOIN cycles c ON c.id = u.cycle_id WHERE c.key = $1`,
    [cycleKey],
  );
  const present = new Map(rows.map((row) => [row.id, row]));
  const ofAction = (...actions: Acknowledged['action'][]) =>
    acknowledged.filter(({ action }) => actions.includes(action));
  const made = ofAction('create', 'revise');
  const missing = made.filter(({ updateId, revision, commitmentId }) => {
    const row = present.get(updateId);
    return row?.revision !== revision || row.commitmentId !== commitmentId;
  });
  expect(missing).toEqual([]);
  expect(ofAction('approve').filter(({ updateId }) => present.get(updateId)?.state !== 'approved')).toEqual(
    [],
  );
  // And nothing twice: what was repeated for want of an answer was done once.
  const ours = new Set(made.map(({ commitmentId }) => commitmentId));
  expect(rows.filter(({ commitmentId }) => ours.has(commitmentId))).toHaveLength(made.length);
  expect(new Set(made.map(({ updateId }) => updateId)).size).toBe(made.length);
  const twice = await stack.sql(
    `SELECT entity_id, action FROM audit_entries WHERE entity = 'update' AND entity_id = ANY($1) GROUP BY 1, 2 HAVING count(*) > 1`,
    [made.map(({ updateId }) => updateId)],
  );
  expect(twice).toEqual([]);
}

/** The outbox is handed on, and every claimed reminder has been sent or has become needless. */
async function nothingIsLeftToDo(stack: Stack): Promise<void> {
  await eventually(
    async () => {
      const [left] = await stack.sql<{ outbox: number; reminders: number }>(
        `SELECT (SELECT count(*)::int FROM outbox) AS outbox, (SELECT count(*)::int FROM reminder_ledger WHERE outcome = 'claimed') AS reminders`,
      );
      return left;
    },
    { outbox: 0, reminders: 0 },
  );
}

/** The stored numbers are those that an independent count of an export gives. */
async function noRollupIsStale(stack: Stack, cycleKey: string, folder: string): Promise<void> {
  let looks = 0;
  await eventually(async () => {
    const out = join(folder, `${cycleKey}-${(looks += 1)}`);
    const { code, stderr } = await stack.mirps(['export', '--out', out]);
    if (code !== 0) throw new Error(`mirps export: ${stderr}`);
    const data = new Export(out);
    const [stored, counted] = [data.stored(cycleKey), recompute(data, cycleKey)];
    rmSync(out, { recursive: true, force: true });
    return counted
      .filter((cell, i) => JSON.stringify(sorted(cell)) !== JSON.stringify(sorted(stored[i] ?? {})))
      .map(({ place }) => place);
  }, []);
}

const sorted = (cell: object): unknown =>
  Object.entries(cell)
    .map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'object' && value !== null && !Array.isArray(value) ? sorted(value) : value,
    ])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));

interface Mails {
  all: number;
  messageIds: string[];
}

async function mailsOf(sink: SmtpSink): Promise<Mails> {
  const mails = await sink.mails();
  return { all: mails.length, messageIds: [...new Set(mails.map(({ messageId }) => messageId ?? ''))] };
}

async function keptMails(stack: Stack): Promise<Mails> {
  const rows = await stack.sql<{ id: string }>('SELECT message_id AS id FROM mail_outbox');
  return { all: rows.length, messageIds: [...new Set(rows.map(({ id }) => id))] };
}

/** Mails, and how many entries of the ledger found nothing left to say after theirs had gone out. */
interface Told extends Mails {
  unsaid: number;
}

/**
 * Every sent entry of the ledger is a mail, and every mail is of an entry. Looked at again and again, because the worker looks
 * for what is due by the clock and may do so while the two are being read.
 */
async function everySentReminderIsAMail(stack: Stack, read: () => Promise<Mails>): Promise<Told> {
  let told: Told | undefined;
  await eventually(
    async () => {
      const mails = await read();
      const ledger = await stack.sql<{ id: string; outcome: string }>(
        'SELECT id, outcome FROM reminder_ledger',
      );
      const outcomes = new Map(ledger.map(({ id, outcome }) => [id, outcome]));
      const mailed = mails.messageIds.map((id) => /reminder\.([0-9a-f-]{36})@/.exec(id)?.[1] ?? id);
      const sent = ledger.flatMap(({ id, outcome }) => (outcome === 'sent' ? [id] : []));
      const unsaid = mailed.filter((id) => outcomes.get(id) === 'nothing_left');
      told = { ...mails, unsaid: unsaid.length };
      const known = new Set([...sent, ...unsaid]);
      return {
        enough: sent.length > 20,
        sentWithoutMail: sent.filter((id) => !mailed.includes(id)),
        mailWithoutEntry: mailed.filter((id) => !known.has(id)),
        underTwoIds: mailed.length - new Set(mailed).size,
      };
    },
    { enough: true, sentWithoutMail: [], mailWithoutEntry: [], underTwoIds: 0 },
  );
  if (!told) throw new Error('Nothing was read');
  return told;
}

/**
 * A worker that is killed after the SMTP server took a mail and before the database knew sends it again under the same
 * Message-ID, or, when its person has reported meanwhile, finds nothing left to say: both at most for what it had under way.
 */
const repeatsOf = ({ all, messageIds, unsaid }: Told): number => all - messageIds.length + unsaid;

/** Looks again and again until it finds what is wanted. */
async function eventually(look: () => Promise<unknown>, wanted: unknown): Promise<void> {
  const until = performance.now() + SETTLE_MS;
  for (;;) {
    const found = await look();
    if (JSON.stringify(found) === JSON.stringify(wanted)) return;
    if (performance.now() > until) expect(found).toEqual(wanted);
    await pause(500);
  }
}

/** What happened, for those who want to know more than that it went well. */
function tell({ mails, mail, ...others }: { mail: string; mails: Mails; [name: string]: unknown }): void {
  mkdirSync('test-results', { recursive: true });
  const told = { mail, ...others, mails: mails.all, repeatedMails: mails.all - mails.messageIds.length };
  writeFileSync(
    `test-results/survival-${mail.replaceAll(' ', '-')}.json`,
    `${JSON.stringify(told, null, 2)}\n`,
  );
}
