import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#platform/config';
import { welcome } from './welcome.js';

const person = (email: string, role: string, state: string | null = null) => ({
  email: `${email}@mirps.example`,
  password: 'a-demo-password',
  name: email,
  role,
  state,
});

describe('what the operator reads when everything runs', () => {
  let folder: string;
  const config = loadConfig({
    DATABASE_URL: 'postgres://127.0.0.1/mirps',
    MIRPS_SECRET: '7f3a9c0b5d1e8246a0c4e6f81b2d3957',
    MIRPS_DEMO: 'on',
  });
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mirps-welcome-'));
    const people = [
      person('presidency.bz', 'public'),
      person('coordinator.mx', 'national_coordinator', 'MX'),
      person('admin', 'administrator'),
    ];
    writeFileSync(join(folder, 'demo-sign-ins.json'), JSON.stringify(people));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names who holds a role in the demo, and nobody whose role has ended', () => {
    const text = welcome(config, folder);
    expect(text).toMatch(/national coordinator \(MX\) +coordinator\.mx@mirps\.example +a-demo-password/);
    expect(text).toMatch(/administrator +admin@mirps\.example/);
    expect(text).not.toMatch(/presidency\.bz|public/);
  });

  it('names nobody where no demo is', () => {
    expect(welcome(config, join(folder, 'elsewhere'))).not.toContain('Sign in');
  });
});
