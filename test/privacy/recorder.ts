import type { Stack } from '../harness/index.js';

export interface Said {
  status: number;
  body: Record<string, unknown>;
  cookie: string;
}

/** Speaks with a stack as whoever a cookie or a token stands for, and keeps what every refusal said. */
export class Recorder {
  /** What was done and went well. */
  readonly done = new Set<string>();
  /** Bodies of answers from 400 on, each with the request that it answered, without what that sent. */
  readonly refusals: { of: string; body: string }[] = [];

  constructor(
    private readonly stack: Stack,
    private readonly headers: Record<string, string>,
  ) {}

  async ask(
    method: string,
    path: string,
    payload?: unknown,
    more: Record<string, string> = {},
  ): Promise<Said> {
    const answer = await fetch(`${this.stack.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        origin: this.stack.url,
        'accept-language': 'en',
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...this.headers,
        ...more,
      },
      body: payload === undefined || typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
    const text = await answer.text();
    const request = `${method} ${path.split(/[?#]/)[0]}`;
    if (answer.status < 400) this.done.add(request.replace(/[0-9a-f-]{36}/g, 'ID'));
    // Whoever may read something is shown what it is now, when they were about to write over it.
    else if (answer.status !== 412) this.refusals.push({ of: `${answer.status} ${request}`, body: text });
    const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
    return {
      status: answer.status,
      body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
      cookie: cookies.filter((pair) => !pair.endsWith('=')).join('; '),
    };
  }
}

/**
 * Copies every row that is written into the outbox or the tables of the queues, since they do not stay there.
 * @returns what was written so far
 */
export async function watchJobs(stack: Stack): Promise<() => Promise<{ of: string; body: string }[]>> {
  await stack.sql(`CREATE TABLE public.seen (of text, body text)`);
  await stack.sql(`CREATE FUNCTION public.see() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO public.seen VALUES (TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, row_to_json(NEW)::text); RETURN NULL; END $$`);
  const tables = await stack.sql<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND (table_schema = 'bullmq' OR (table_schema = 'public' AND table_name = 'outbox'))`,
  );
  for (const { name } of tables)
    await stack.sql(
      `CREATE TRIGGER see AFTER INSERT OR UPDATE ON ${name} FOR EACH ROW EXECUTE FUNCTION public.see()`,
    );
  return () => stack.sql('SELECT of, body FROM public.seen');
}
