import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#platform/config';

/** One line of `demo-sign-ins.json`, which seeding writes into the data folder in demo mode only. */
interface DemoSignIn {
  /** `public`: holds none, or no longer. */
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly state?: string | null;
}

const SHOWN = 12;

/** What the operator reads when everything runs: one address, how to sign in, where mail goes. */
export function welcome(config: Config, dataDir: string): string {
  const lines = ['', `MIRPS tracker is ready at ${config.publicUrl}`, ''];
  const signIns = config.demo ? readSignIns(dataDir) : [];
  if (signIns.length > 0) {
    const shown = signIns.length <= SHOWN ? signIns : firstOfEachRole(signIns);
    lines.push('  Sign in (demo):', ...table(shown));
    if (shown.length < signIns.length)
      lines.push(`    and ${signIns.length - shown.length} more in ${signInsFile(dataDir)}`);
    lines.push('');
  }
  lines.push(
    `  Mail:  ${config.SMTP_URL ? `goes out through ${hostOf(config.SMTP_URL)}` : `stays here, to be read at ${config.publicUrl}/mail-outbox`}`,
  );
  lines.push(`  Data:  ${dataDir}`, `  Logs:  ${join(dataDir, 'logs')}`, '', 'Ctrl-C stops everything.', '');
  return lines.join('\n');
}

function signInsFile(dataDir: string): string {
  return join(dataDir, 'demo-sign-ins.json');
}

/** Who holds a role. */
function readSignIns(dataDir: string): DemoSignIn[] {
  try {
    const value: unknown = JSON.parse(readFileSync(signInsFile(dataDir), 'utf8'));
    return Array.isArray(value) ? (value as DemoSignIn[]).filter(({ role }) => role !== 'public') : [];
  } catch {
    // Not seeded in demo mode: there is nothing to show.
    return [];
  }
}

function firstOfEachRole(signIns: readonly DemoSignIn[]): DemoSignIn[] {
  return [...new Map(signIns.toReversed().map((signIn) => [signIn.role, signIn])).values()].reverse();
}

function table(signIns: readonly DemoSignIn[]): string[] {
  const rows = signIns.map(({ role, state, email, password }) => [
    `${role.replaceAll('_', ' ')}${state ? ` (${state})` : ''}`,
    email,
    password,
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'SMTP_URL';
}
