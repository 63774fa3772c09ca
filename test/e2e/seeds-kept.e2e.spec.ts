import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import * as reference from '../../seeds/reference/index.js';
import { copyOf } from '../harness/index.js';

/** What is kept in another form than the file's words. */
const IN_ANOTHER_FORM = [
  /^\.sum$/, // the sum of the counts
  /^\.pledges2023\.(stages|types)\./, // the product's own labels of the Forum's words
  /^\.teamLeadsByYear\.\d+\.lead\./, // joint leads are kept one by one
  /\.projects\.\d+\.expectedEnd\./, // a day with how much of it is known
];

let drop: () => Promise<void>;
let kept: string;
let numbers: Set<number>;

beforeAll(async () => {
  const copy = await copyOf('template_demo');
  drop = () => copy.drop();
  const client = new pg.Client({ connectionString: copy.url });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('audit_entries', 'outbox', 'rollups', 'snapshots', 'reports')`,
  );
  const texts = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`);
    texts.push(...rows.map(({ row }) => row));
  }
  await client.end();
  kept = texts.join('\n');
  numbers = new Set((kept.match(/(?<![\w.-])-?\d+(\.\d+)?/g) ?? []).map(Number));
});
afterAll(() => drop());

/** Every text and number below `value`, with the path to it. */
function leaves(value: unknown, path: string): [string, string | number][] {
  if (typeof value === 'string' || typeof value === 'number') return [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
}

const isKept = (leaf: string | number): boolean =>
  typeof leaf === 'number' ? numbers.has(leaf) : kept.includes(JSON.stringify(leaf).slice(1, -1));

describe('the region that the seeds put in', () => {
  it.each([
    ['presidencies', reference.readPresidencies()],
    ['annual meetings', reference.readAnnualMeetings()],
    ['documents', reference.readRegionalDocuments()],
    ['published counts', reference.readPlanCounts()],
    ['acronyms', reference.readGlossary()],
    ['mechanisms', reference.readMechanisms()],
    ['regional layer', reference.readRegional()],
  ])('has lost no text and no figure of the %s', (_, content) => {
    const lost = leaves(content, '').filter(
      ([path, leaf]) => !isKept(leaf) && !IN_ANOTHER_FORM.some((known) => known.test(path)),
    );
    expect(lost).toEqual([]);
  });
});
