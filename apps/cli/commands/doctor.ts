import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { Queues } from '#platform/queue';
import { type Services, withServices } from '../application.js';
import { CheckFailed, tell } from '../terminal.js';

interface Finding {
  check: string;
  ok: boolean;
  detail: string;
}

/** `mirps doctor`: whether everything that the product needs is there, and what waits for a person. */
export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('Check database, schema, queue, outbox and mail; exit code 3 when something needs a person')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await withServices(examine);
      tell(json, findings, () =>
        findings
          .map(({ check, ok, detail }) => `${ok ? 'ok     ' : 'PROBLEM'}  ${check}: ${detail}`)
          .join('\n'),
      );
      if (findings.some(({ ok }) => !ok)) throw new CheckFailed();
    });
}

async function examine(services: Services): Promise<Finding[]> {
  const database = services.get(Database);
  const config = services.get(Config);
  const checks: [string, () => Promise<Omit<Finding, 'check'>>][] = [
    [
      'database',
      async () => ({
        ok: true,
        detail: (await database.one<{ version: string }>('SELECT version()'))?.version ?? '',
      }),
    ],
    [
      'schema',
      async () =>
        (await database.dataSource.showMigrations())
          ? { ok: false, detail: 'steps are missing; run `mirps migrate`' }
          : { ok: true, detail: 'up to date' },
    ],
    [
      'outbox',
      async () => {
        const { waiting, oldestSeconds, problems } = await services.get(Outbox).backlog();
        return {
          ok: problems === 0 && oldestSeconds < 60,
          detail: `${waiting} waiting, the oldest for ${Math.round(oldestSeconds)} s, ${problems} with problems`,
        };
      },
    ],
    [
      'queue',
      async () => {
        const counts = await services.get(Queues).counts();
        const failed = counts.reduce((sum, queue) => sum + queue.failed, 0);
        const waiting = counts.reduce((sum, queue) => sum + queue.waiting + queue.delayed, 0);
        return {
          ok: failed === 0,
          detail: `${config.redisUrl ? 'Redis' : 'PostgreSQL'}, ${waiting} waiting, ${failed} failed for good`,
        };
      },
    ],
    [
      'mail',
      async () => ({
        ok: true,
        detail: config.SMTP_URL
          ? `SMTP at ${new URL(config.SMTP_URL).host}`
          : 'local outbox, shown at /mail-outbox',
      }),
    ],
    [
      'data folder',
      async () => ({
        ok: (await stat(config.MIRPS_DATA).catch(() => null))?.isDirectory() ?? false,
        detail: config.MIRPS_DATA,
      }),
    ],
  ];
  const findings: Finding[] = [];
  for (const [check, look] of checks)
    findings.push({
      check,
      ...(await look().catch((error: unknown) => ({
        ok: false,
        detail: error instanceof Error ? error.message : String(error),
      }))),
    });
  return findings;
}
