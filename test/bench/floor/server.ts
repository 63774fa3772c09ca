import Fastify from 'fastify';
import pg from 'pg';
import { type FloorVariant, type Row, OPERATIONS, INSERT } from './queries.js';

/**
 * The floor: what a bare handler does that knows nothing of people, rules or the past. Fastify, pg, ten connections, one
 * prepared statement a request. Every read answers in two ways, `?as=node` (rows, serialised here) and `?as=pg` (one JSON
 * text from PostgreSQL); the faster one is measured.
 */
pg.types.setTypeParser(pg.types.builtins.DATE, String);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, String);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = Fastify();

type Query = Record<string, string> & { as: FloorVariant };

for (const [
  path,
  { parameters, pg: asText, node: asRows, type = () => 'application/json; charset=utf-8', write },
] of Object.entries(OPERATIONS))
  app.get<{ Querystring: Query }>(path, async ({ query }, reply) => {
    const values = parameters.map((name) => query[name]);
    const text = query.as === 'pg' ? asText(query) : asRows;
    const { rows } = await pool.query<Row>({
      name: `${path}?${query.as}${query.format ?? ''}`,
      text,
      values,
    });
    void reply.type(type(query));
    if (query.as === 'pg') return reply.send(rows[0]?.body ?? '[]');
    return reply.send(write ? write(rows, query) : rows);
  });

interface NewUpdate {
  commitmentId: string;
  cycleKey: string;
  stateCode: string;
  areaKey: string;
  stage: string;
  outlook: string;
  percent: number;
  narrativeEs: string;
}

app.post<{ Body: NewUpdate }>('/updates', async ({ body }, reply) => {
  const { commitmentId, cycleKey, stateCode, areaKey, stage, outlook, percent, narrativeEs } = body;
  const values = [commitmentId, cycleKey, stateCode, areaKey, stage, outlook, percent, narrativeEs];
  const { rows } = await pool.query<{ id: string }>({ name: 'insert', text: INSERT, values });
  return reply.code(201).send(rows[0]);
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.send?.('ready');
process.once('disconnect', () => process.exit(0));
