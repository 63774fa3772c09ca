import type { Client } from './client.js';

/** An open stream of what changes, as one browser reads it. */
export interface Listening {
  headers: Headers;
  /** The names of the events so far, with what changed. */
  told: string[];
  ended: boolean;
  close(): void;
}

/** Opens the stream of what changes and reads it until it ends or is closed. @throws Error when it is refused */
export async function listen(client: Client, headers: Record<string, string> = {}): Promise<Listening> {
  const answer = await client.request('GET', '/api/events', undefined, {
    accept: 'text/event-stream',
    ...headers,
  });
  if (!answer.ok || !answer.body) throw new Error(`GET /api/events: ${answer.status} ${await answer.text()}`);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  const listening: Listening = {
    headers: answer.headers,
    told: [],
    ended: false,
    close: () => void reader.cancel().catch(() => undefined), // it has ended already
  };
  const read = async (): Promise<void> => {
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const events = (rest + value).split('\n\n');
      rest = events.pop() ?? '';
      listening.told.push(...events.flatMap(wordsOf));
    }
    listening.ended = true;
  };
  read().catch(() => (listening.ended = true));
  return listening;
}

function wordsOf(event: string): string[] {
  const line = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(event)?.[1];
  const type = line('event');
  if (type !== 'changed') return type === undefined ? [] : [type];
  const { changes } = JSON.parse(line('data') ?? '{}') as { changes: { topic: string; key?: string }[] };
  return changes.map(({ topic, key }) => (key === undefined ? topic : `${topic} ${key}`));
}
