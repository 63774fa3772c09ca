import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a provider that lies says. */
export interface Lies {
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
  key?: KeyObject;
  /** Instead of a signature. */
  signature?: string;
  /** Instead of the issuer, in its own description. */
  issuer?: string;
  /** The token endpoint sends on to somewhere else. */
  redirects?: boolean;
}

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A provider that says whatever a test wants it to say; honest where nothing is said. */
export async function fakeProvider(clientId: string) {
  const own = pair();
  const foreign = pair();
  const state = { lies: {} as Lies, nonce: '', asked: [] as string[] };
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function idToken(): string {
    const { header, claims, key = own.privateKey, signature } = state.lies;
    const now = Math.floor(Date.now() / 1000);
    const head = part({ alg: 'RS256', kid: 'own', typ: 'JWT', ...header });
    const body = part({
      ...{ iss: issuer, aud: clientId, sub: 'honesta', iat: now, exp: now + 300, nonce: state.nonce },
      ...{ email: 'honesta@sre.example', email_verified: true, name: 'Honesta', groups: ['mirps-focal'] },
      ...claims,
    });
    const mark = signature ?? sign('RSA-SHA256', Buffer.from(`${head}.${body}`), key).toString('base64url');
    return `${head}.${body}.${mark}`;
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url ?? '/', issuer).pathname;
    state.asked.push(path);
    const say = (value: object): void => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(value));
    };
    if (path === '/.well-known/openid-configuration')
      return say({
        issuer: state.lies.issuer ?? issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    if (path === '/jwks')
      return say({
        keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }],
      });
    if (path === '/token' && state.lies.redirects) {
      response.writeHead(307, { location: `${issuer}/elsewhere` }).end();
      return;
    }
    return say({ access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: idToken() });
  }

  return {
    issuer,
    foreignKey: foreign.privateKey,
    foreignJwk: foreign.publicKey.export({ format: 'jwk' }),
    publicPem: own.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    /** Paths that were asked for since the last time. */
    asked: () => state.asked.splice(0),
    /** What it says from here on, to whoever brings the nonce of this address. */
    say: (lies: Lies, url: URL) => {
      state.lies = lies;
      state.nonce = url.searchParams.get('nonce') ?? '';
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
