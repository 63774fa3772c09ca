export const DEMO_PASSWORD = 'mirps-demo-2024';

type Headers = Record<string, string>;

/** What the API said, read. */
export interface Answer<T> {
  status: number;
  body: T;
  headers: globalThis.Headers;
}

/** Speaks with the API as one person. */
export interface Client {
  cookie: string;
  request(method: string, path: string, body?: unknown, headers?: Headers): Promise<Response>;
  /** The answer whatever its status, in English unless `accept-language` says otherwise. */
  ask<T = Problem>(method: string, path: string, body?: unknown, headers?: Headers): Promise<Answer<T>>;
  /** The JSON body. @throws Error when the status is not 2xx */
  json<T>(method: string, path: string, body?: unknown, headers?: Headers): Promise<T>;
}

/** A refusal as the API writes it. */
export interface Problem {
  status: number;
  code: string;
  detail: string;
  errors?: { field: string; detail: string }[];
}

/** Signs in as a person of the demo. */
export async function signIn(url: string, email: string, password = DEMO_PASSWORD): Promise<Client> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`);
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  return clientWith(url, cookies.join('; '));
}

/** Somebody without a session. */
export const stranger = (url: string): Client => clientWith(url, '');

function clientWith(url: string, cookie: string): Client {
  const request: Client['request'] = (method, path, body, headers = {}) =>
    fetch(`${url}${path}`, {
      method,
      headers: {
        'accept-language': 'en',
        ...(cookie ? { cookie } : {}),
        origin: url,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  return {
    cookie,
    request,
    ask: async <T>(method: string, path: string, body?: unknown, headers?: Headers) => {
      const response = await request(method, path, body, headers);
      const text = await response.text();
      const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
      return {
        status: response.status,
        body: (isJson ? JSON.parse(text) : text) as T,
        headers: response.headers,
      };
    },
    json: async <T>(method: string, path: string, body?: unknown, headers?: Headers) => {
      const response = await request(method, path, body, headers);
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
  };
}
