import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../harness/index.js';

/** Something that the product has said is done. */
export interface Acknowledged {
  action: 'create' | 'submit' | 'approve' | 'revise';
  updateId: string;
  commitmentId: string;
  revision: number;
}

interface Receipt {
  id: string;
  revision: number;
  reviewState: string;
}

/** How long a writer tries before it gives up: longer than any restart. */
const PATIENCE_MS = 60_000;

/**
 * A focal point and a coordinator who write one State's updates through whichever API answers, and repeat what they got no
 * answer for: with the same Idempotency-Key where something is created, after a look where something is moved.
 */
export class Writer {
  readonly acknowledged: Acknowledged[] = [];
  /** Requests without an answer, repeated. */
  lost = 0;
  private keys = 0;

  constructor(
    private readonly name: string,
    private readonly urls: readonly string[],
    private readonly author: Client,
    private readonly coordinator: Client,
  ) {}

  /** Begins, submits, approves and corrects updates of these commitments until told to stop; never stops half-way. */
  async write(commitmentIds: readonly string[], cycleKey: string, going: () => boolean): Promise<void> {
    for (const commitmentId of commitmentIds) {
      if (!going()) return;
      const first = await this.create('/api/updates', { commitmentId, cycleKey, ...this.words() });
      this.acknowledge('create', commitmentId, first);
      await this.approved(commitmentId, first.id);
      await this.correct(commitmentId, first.id);
    }
    for (let i = 0; going(); i += 1) await this.correct(commitmentIds[i % commitmentIds.length] ?? '');
  }

  private latest = new Map<string, string>();

  private async correct(commitmentId: string, updateId = this.latest.get(commitmentId)): Promise<void> {
    const next = await this.create(`/api/updates/${updateId}/revisions`, {
      reason: 'Se corrige la cifra del período.',
    });
    this.acknowledge('revise', commitmentId, next);
    await this.approved(commitmentId, next.id);
  }

  private async approved(commitmentId: string, updateId: string): Promise<void> {
    this.acknowledge('submit', commitmentId, await this.move(this.author, updateId, 'submit', 'submitted'));
    this.acknowledge(
      'approve',
      commitmentId,
      await this.move(this.coordinator, updateId, 'approve', 'approved'),
    );
    this.latest.set(commitmentId, updateId);
  }

  private acknowledge(action: Acknowledged['action'], commitmentId: string, { id, revision }: Receipt): void {
    this.acknowledged.push({ action, commitmentId, updateId: id, revision });
  }

  private async create(path: string, body: object): Promise<Receipt> {
    const headers = { 'idempotency-key': `survival-${this.name}-${(this.keys += 1)}` };
    return this.insist(async (url) => read(await this.send(this.author, url, 'POST', path, body, headers)));
  }

  /** A move that was lost on the way may have been made: then the update stands where the move leads. */
  private async move(client: Client, updateId: string, verb: string, to: string): Promise<Receipt> {
    let tries = 0;
    return this.insist(async (url) => {
      tries += 1;
      const answer = await this.send(client, url, 'POST', `/api/updates/${updateId}/${verb}`);
      if (answer.status !== 409 || tries === 1) return read(answer);
      const update = await read(await this.send(client, url, 'GET', `/api/updates/${updateId}`));
      if (update.reviewState !== to)
        throw new Refused(`${verb} of ${updateId} was refused, and it is ${update.reviewState}`);
      return update;
    });
  }

  /** Asks one API after the other until one answers. @throws Refused for an answer that is a refusal */
  private async insist<T>(ask: (url: string) => Promise<T>): Promise<T> {
    const until = performance.now() + PATIENCE_MS;
    for (let i = 0; ; i += 1) {
      try {
        return await ask(this.urls[i % this.urls.length] ?? '');
      } catch (error) {
        if (error instanceof Refused || performance.now() > until) throw error;
        this.lost += 1;
        await pause(50 + 20 * Math.min(i, 20));
      }
    }
  }

  private send(
    client: Client,
    url: string,
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Response> {
    return fetch(`${url}${path}`, {
      method,
      headers: {
        cookie: client.cookie,
        origin: this.urls[0] ?? '',
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
  }

  private words(): object {
    return {
      stage: 'in_progress',
      outlook: 'on_track',
      percent: 35 + (this.keys % 50),
      percentSource: 'reported',
      narrativeEs: 'Se abrieron dos oficinas más y se atendió a quienes esperaban.',
    };
  }
}

/** The product has answered, and said no. */
class Refused extends Error {}

async function read(answer: Response): Promise<Receipt> {
  const text = await answer.text();
  if (answer.ok) return JSON.parse(text) as Receipt;
  // 5xx: a part is going down or coming up; anything else is a decision.
  if (answer.status >= 500) throw new Error(`${answer.status} ${text}`);
  throw new Refused(`${answer.url}: ${answer.status} ${text}`);
}
