import createClient from 'openapi-fetch';
import { offline, problemOf } from './problem';
import type { components, paths } from './schema';

/** The API's own shapes, generated from its OpenAPI document. */
export type Schemas = components['schemas'];

let language = 'es';

/** The language in which the API words its problems. */
export const speak = (lang: string): void => {
  language = lang;
};

/** The language in which the API words its problems now. */
export const spoken = (): string => language;

let asStranger = false;

/** From here on nobody's session travels along: the public site shows the same to everybody. */
export const withoutSession = (): void => {
  asStranger = true;
};

/** Asks the person to sign in again when the session has ended, where a page would lose what is written on it otherwise. */
export const signInAgain: {
  ask?: () => Promise<boolean>;
  /** To the sign-in page instead. */
  leave?: () => void;
} = {};

/** Whether an answer says that the session has ended; one to a sign-in says something else. */
export const sessionEnded = ({ status }: Response, url: string): boolean =>
  status === 401 && !url.includes('/api/auth/');

const newClient = () => {
  const client = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });
  client.use({
    onRequest: ({ request }) => {
      request.headers.set('accept-language', language);
      return asStranger ? new Request(request, { credentials: 'omit' }) : request;
    },
    onError: () => offline(),
  });
  return client;
};

/** Typed calls; the session travels as a cookie. */
export const api = newClient();

/** The same for what must not wait for somebody to sign in again, or asks whether they have. */
export const direct = newClient();

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * The body of a successful answer.
 * @throws ProblemError for every other answer
 */
export async function body<T>(call: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(error, response);
  return data as NonNullable<T>;
}

/** Where a page of a list begins, and how much it holds. */
interface PageOf {
  limit: number;
  cursor?: string;
}

/** A list as a whole, page after page, for tables that sort and filter what they hold. */
export async function everyPage<T>(
  page: (at: PageOf) => Promise<{ items: T[]; nextCursor?: string | null }>,
): Promise<{ items: T[] }> {
  const items: T[] = [];
  let at: PageOf | undefined = { limit: 200 };
  while (at) {
    const { items: more, nextCursor }: { items: T[]; nextCursor?: string | null } = await page(at);
    items.push(...more);
    at = nextCursor ? { limit: 200, cursor: nextCursor } : undefined;
  }
  return { items };
}

/** What is written, over the version that the form saw or, once it was looked at, the one that won. */
export interface Saved<T> {
  input: T;
  seenVersion?: number | undefined;
}

/** Header that says which version the person saw. */
export const seen = (version: number): { 'If-Match': string } => ({ 'If-Match': `"${version}"` });

/** Calls that are not in the OpenAPI document (signing in and out). */
export const post = (url: string, json: unknown): Promise<unknown> =>
  sendFile(url, JSON.stringify(json), 'application/json');

/** Sends a body as it is. @throws ProblemError for every answer but a good one */
export async function sendFile(
  url: string,
  content: BodyInit,
  type: string,
  headers: Record<string, string> = {},
): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { ...headers, 'content-type': type, 'accept-language': language },
      body: content,
    });
  } catch {
    throw offline();
  }
  if (sessionEnded(response, url) && (await signInAgain.ask?.()))
    return sendFile(url, content, type, headers);
  const text = await response.text();
  const answer: unknown = text === '' ? null : parsed(text);
  if (!response.ok) throw problemOf(answer, response);
  return answer;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
