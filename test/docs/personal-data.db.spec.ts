import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../harness/index.js';

const PEOPLE = `
  SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint
   WHERE contype = 'f' AND confrelid = 'auth_users'::regclass ORDER BY name`;

describe('docs/personal-data.md', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(() => test.close());

  it('tells of every table that points at a person', async () => {
    const page = readFileSync('docs/personal-data.md', 'utf8');
    const tables = await test.database.query<{ name: string }>(PEOPLE);
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.map(({ name }) => name).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
