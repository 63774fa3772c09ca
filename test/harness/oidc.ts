import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Somebody whom the provider knows; `sub` is their account there. */
export interface OidcPerson {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
  groups: string[];
}

export interface OidcServer {
  issuer: string;
  /** People by the account that they sign in with; may be changed at any time. */
  people: Map<string, OidcPerson>;
  /** Goes through the provider's pages as a browser would, signing in as somebody. @returns where it is sent back to */
  visit(url: string, sub: string): Promise<string>;
  close(): Promise<void>;
}

export const OIDC_CLIENT = { id: 'mirps-tracker', secret: 'a secret between the two of them, long enough' };

/** A real OpenID provider with PKCE required, and pages where whoever comes types the account's name. */
export async function oidcServer(redirectUri: string): Promise<OidcServer> {
  const people = new Map<string, OidcPerson>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: OIDC_CLIENT.id,
        client_secret: OIDC_CLIENT.secret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    pkce: { required: () => true },
    cookies: { keys: ['only for tests'] },
    findAccount: (_context, sub) => {
      const person = people.get(sub);
      return person && { accountId: sub, claims: () => ({ ...person }) };
    },
  });
  provider.on('server_error', (_context, error) => console.error(error));
  const handle = provider.callback();
  server.on('request', (request, response) => void handle(request, response));

  return {
    issuer,
    people,
    visit: async (url, sub) => {
      const jar = new Map<string, string>();
      let next = url;
      let form: URLSearchParams | undefined;
      for (let step = 0; step < 20; step += 1) {
        if (!next.startsWith(issuer)) return next;
        const answer = await fetch(next, {
          method: form ? 'POST' : 'GET',
          redirect: 'manual',
          headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
          body: form,
        });
        form = undefined;
        for (const line of answer.headers.getSetCookie()) {
          const [pair = ''] = line.split(';');
          const at = pair.indexOf('=');
          jar.set(pair.slice(0, at), pair.slice(at + 1));
        }
        const location = answer.headers.get('location');
        if (location) {
          next = new URL(location, next).href;
          continue;
        }
        const page = await answer.text();
        const action = /action="([^"]+)"/.exec(page)?.[1];
        const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
        if (!action || !prompt) throw new Error(`the provider shows ${answer.status}: ${page.slice(0, 300)}`);
        next = new URL(action, next).href;
        form = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login: sub, password: 'x' } : {}) });
      }
      throw new Error('the provider leads in circles');
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
