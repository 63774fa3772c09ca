import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { RemindersService } from '#features/reminders';
import { seed } from '#seeds';
import { addressOf, migrated, product, statements } from '../data/dataset.js';
import { peakMemory } from '../processes.js';
import { freePort } from '../../harness/free-port.js';
import { ended, startWorker } from '../product.js';
import { type Extra, say } from '../report.js';
import type { SinkCount } from './smtp-sink.js';

const PEOPLE = 10_000;
const PATIENCE_MS = 300_000;

/** Ten thousand digests from the claim to the SMTP server, by one worker; on both homes of the queue. */
export async function reminders(server: string): Promise<Extra[]> {
  const extras = [await once10000(server, 'PostgreSQL')];
  const redis = await startRedis();
  if (!redis)
    return [
      ...extras,
      {
        name: '10,000 reminder digests, queue on Redis',
        value: NaN,
        unit: 's',
        note: 'redis-server is not installed',
      },
    ];
  try {
    extras.push(await once10000(server, 'Redis', redis.url));
  } finally {
    await ended(redis.child);
  }
  return extras;
}

async function once10000(server: string, home: string, redisUrl?: string): Promise<Extra> {
  const url = addressOf(server, 'bench_reminders');
  await statements(server, [
    'DROP DATABASE IF EXISTS bench_reminders WITH (FORCE)',
    'CREATE DATABASE bench_reminders',
  ]);
  await migrated(url);
  const sink = await startSink();
  const queue = { ...(redisUrl ? { REDIS_URL: redisUrl } : {}), SMTP_URL: sink.url };
  await product(url, (services) => seed(services, { onlyIfEmpty: false }));
  await statements(url, CROWD);
  const worker = await startWorker(url, queue);
  try {
    const began = performance.now();
    const claimed = await product(
      url,
      async (services) => (await services.get(RemindersService).run()).claimed,
      queue,
    );
    const claimMs = performance.now() - began;
    const { mails, messageIds } = await arrived(sink.child, claimed);
    const seconds = (performance.now() - began) / 1000;
    say(
      `  ${claimed} digests claimed in ${claimMs.toFixed(0)} ms, ${mails} mails after ${seconds.toFixed(1)} s (${home})`,
    );
    const unsent = await waiting(url);
    return {
      name: `${claimed} reminder digests, queue on ${home}`,
      value: seconds,
      unit: 's',
      target: 'under 60 s',
      note: `${mails} mails, ${messageIds} Message-IDs, ${unsent} not sent; claiming ${(claimMs / 1000).toFixed(1)} s of it; worker peak ${peakMemory(worker.pid).toFixed(0)} MiB`,
    };
  } finally {
    await worker.stop();
    await ended(sink.child);
  }
}

/** People who each report on three of their State's commitments, in a cycle that is due in two days. */
const CROWD = [
  `INSERT INTO auth_users (id, name, email, email_verified, lang)
   SELECT gen_random_uuid(), 'Persona ' || n, 'person' || n || '@bench.example', true, CASE WHEN n % 7 = 0 THEN 'en' ELSE 'es' END FROM generate_series(1, ${PEOPLE}) n`,
  `INSERT INTO role_assignments (id, user_id, role, state_code, valid_from)
   SELECT gen_random_uuid(), u.id, 'focal_point', s.code, now() - interval '1 year'
     FROM (SELECT id, row_number() OVER (ORDER BY email) % 7 AS n FROM auth_users) u
     JOIN (SELECT code, row_number() OVER (ORDER BY code) - 1 AS n FROM states) s USING (n)`,
  `INSERT INTO commitment_focal_points (id, commitment_id, user_id, from_on)
   SELECT gen_random_uuid(), c.id, r.user_id, current_date - 300
     FROM (SELECT *, row_number() OVER (PARTITION BY state_code ORDER BY user_id) AS n FROM role_assignments) r
     JOIN commitments c ON c.state_code = r.state_code AND right(c.code, 2)::int % 11 = r.n % 11`,
  `INSERT INTO cycles (id, key, year, kind, state, facts_from, facts_to, opens_on, due_on, review_by_on, cutoff_on, opened_at)
   SELECT gen_random_uuid(), '2030-annual', 2030, 'annual', 'open', current_date - 200, current_date - 40, current_date - 35, current_date + 2,
          current_date + 20, current_date + 40, now() - interval '35 days'`,
  `INSERT INTO state_submissions (id, cycle_id, state_code) SELECT gen_random_uuid(), c.id, s.code FROM cycles c CROSS JOIN states s`,
  'VACUUM (ANALYZE)',
];

async function startSink(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork('dist/test/bench/extra/smtp-sink.js');
  const [url] = (await once(child, 'message')) as [string];
  return { child, url };
}

async function arrived(child: ChildProcess, wanted: number): Promise<SinkCount> {
  const began = performance.now();
  for (;;) {
    const answer = once(child, 'message') as Promise<[SinkCount]>;
    child.send('count');
    const [count] = await answer;
    if (count.messageIds >= wanted) return count;
    if (performance.now() - began > PATIENCE_MS)
      throw new Error(`Only ${count.mails} of ${wanted} mails came within ${PATIENCE_MS / 1000} s`);
    await pause(50);
  }
}

/** Claimed entries whose mail has not been noted as sent, once the last commits are through. */
async function waiting(url: string): Promise<number> {
  await pause(1_000);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ unsent: number }>(
    `SELECT count(*)::int AS unsent FROM reminder_ledger WHERE outcome = 'claimed'`,
  );
  await client.end();
  return rows[0]?.unsent ?? NaN;
}

async function startRedis(): Promise<{ child: ChildProcess; url: string } | undefined> {
  const port = await freePort();
  const child = spawn(
    'redis-server',
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--maxmemory-policy',
      'noeviction',
    ],
    { cwd: '/' },
  );
  return new Promise((resolve, reject) => {
    child.once('error', () => resolve(undefined));
    child.once('exit', () => reject(new Error('redis-server ended at once')));
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('Ready to accept connections'))
        resolve({ child, url: `redis://127.0.0.1:${port}/0` });
    });
  });
}
