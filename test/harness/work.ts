import { createHook } from 'node:async_hooks';
import pg from 'pg';

/** Asked by timers, whoever's work is under way. */
const BETWEEN = /^(SELECT pg_notify|LISTEN)/;

/** What this process did, as far as somebody outside could feel it: what it asked of PostgreSQL, and what it hashed. */
export interface Work {
  /** The statements in the order they were sent, without their values. */
  statements: string[];
  /** Slow hashes of passwords, each of which takes as long as all the rest together. */
  hashes: number;
}

/**
 * Writes down the work that something causes until it ends. Times tell less: they differ by what else the machine does.
 * @returns the work, and what the something gave
 */
export async function workOf<T>(something: () => Promise<T>): Promise<{ work: Work; result: T }> {
  const work: Work = { statements: [], hashes: 0 };
  const hook = createHook({
    init: (_id, type) => {
      if (/^(ARGON2|SCRYPT)REQUEST$/.test(type)) work.hashes += 1;
    },
  });
  const client = pg.Client.prototype as unknown as { query: (...parts: unknown[]) => unknown };
  const query = client.query;
  client.query = function (this: unknown, ...parts: unknown[]) {
    const [first] = parts;
    const text = typeof first === 'string' ? first : ((first as { text?: string }).text ?? '');
    if (!BETWEEN.test(text)) work.statements.push(text);
    return query.apply(this, parts);
  };
  hook.enable();
  try {
    return { result: await something(), work };
  } finally {
    hook.disable();
    client.query = query;
  }
}
