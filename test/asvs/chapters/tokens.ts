import { type Chapter, met, none, notYet } from '../item.js';
import * as at from '../places.js';

const LIES = at.idTokens('is refused when it is %s');

export const tokens: Chapter = {
  number: 9,
  name: 'Tokens that carry claims',
  items: [
    met('V9.1.1', 'their mark is checked first', at.sessionCookie('gives nothing for %j'), LIES),
    met(
      'V9.1.2',
      'only expected algorithms count',
      LIES,
      at.idTokens('is refused when it is marked with the public key as if that were a secret'),
    ),
    met('V9.1.3', 'keys come from where we expect them', LIES),
    met(
      'V9.2.1',
      'they count in their time',
      LIES,
      at.accountLinks('do not work after a quarter of an hour'),
    ),
    met(
      'V9.2.2',
      'they are for what they are used for',
      at.accountLinks('cannot be made up or changed'),
      at.apiTokens('are refused when made up, and nothing where they are no token of ours'),
    ),
    met('V9.2.3', 'they are for us', LIES),
    none('V9.2.4', 'issued tokens name their audience', 'we issue none to others'),
  ],
};

const NO_OAUTH_TOKENS = 'the API takes its own sessions and tokens, none of OAuth';
const NO_SERVER = 'we are no authorisation server';
const BEGUN_HERE = at.oidc('accepts no return that this browser did not begin, and none twice');
const asServer = (id: string, asked: string) => none(id, asked, NO_SERVER);

export const oauth: Chapter = {
  number: 10,
  name: 'OAuth and OpenID Connect',
  items: [
    met(
      'V10.1.1',
      'tokens of providers stay on the server, and are not kept',
      at.oidc('brings new people with the roles of their groups, for a while, written down'),
    ),
    met(
      'V10.1.2',
      'only answers to what this browser began count',
      at.oidc('goes there with PKCE, state and nonce'),
      BEGUN_HERE,
    ),
    met(
      'V10.2.1',
      'nobody is signed in by another site',
      at.oidc('goes there with PKCE, state and nonce'),
      BEGUN_HERE,
    ),
    met(
      'V10.2.2',
      'providers cannot be mixed up',
      at.idTokens('of one provider opens nothing at the return address of another'),
    ),
    ...[
      ['V10.3.1', 'audience of access tokens'],
      ['V10.3.2', 'scopes of access tokens'],
      ['V10.3.3', 'person of an access token'],
      ['V10.3.4', 'strength behind an access token'],
    ].map(([id = '', asked = '']) => none(id, asked, NO_OAUTH_TOKENS)),
    asServer('V10.4.1', 'return addresses of clients'),
    asServer('V10.4.2', 'authorization codes count once'),
    asServer('V10.4.3', 'and for a short while'),
    asServer('V10.4.4', 'grants of clients'),
    asServer('V10.4.5', 'replay of refresh tokens'),
    asServer('V10.4.6', 'PKCE is required'),
    asServer('V10.4.7', 'clients that register themselves'),
    asServer('V10.4.8', 'refresh tokens end'),
    asServer('V10.4.9', 'tokens can be revoked'),
    asServer('V10.4.10', 'clients prove who they are'),
    asServer('V10.4.11', 'scopes of clients'),
    met('V10.5.1', 'an ID token is not taken twice', at.idTokens('is refused when it is %s'), BEGUN_HERE),
    met(
      'V10.5.2',
      'people are known by what is never given to another',
      at.idTokens(
        'of another account with the same address opens nothing, and of the same account with another address the same',
      ),
    ),
    met(
      'V10.5.3',
      'a provider that calls itself by another name is refused',
      at.idTokens('is not accepted from a provider that calls itself by another name'),
    ),
    met('V10.5.4', 'ID tokens are for us', at.idTokens('is refused when it is %s')),
    none('V10.5.5', 'sign-out from the provider', 'providers cannot end sessions here'),
    asServer('V10.6.1', 'response modes'),
    asServer('V10.6.2', 'forced sign-out'),
    asServer('V10.7.1', 'consent is asked'),
    asServer('V10.7.2', 'consent is clear'),
    asServer('V10.7.3', 'consent can be taken back'),
  ],
};

const SEALED = at.source('encrypt in one place, with a mode that notices changes');
const OPENS = at.secretBox(
  'does not open when a byte of it was changed, or with another secret or for another purpose',
);

export const cryptography: Chapter = {
  number: 11,
  name: 'Cryptography',
  items: [
    met('V11.1.1', 'how keys are handled is written down', at.security('Keys and algorithms')),
    met('V11.1.2', 'keys and algorithms are listed', at.security('Keys and algorithms')),
    met('V11.2.1', 'known implementations only', SEALED, at.security('Keys and algorithms')),
    notYet(
      'V11.2.2',
      'algorithms and keys can be exchanged',
      'hashes of passwords say their cost and algorithm; what is sealed with `MIRPS_SECRET` is lost when that changes: authenticator apps must be set up anew, people sign in again',
      at.passwords('of another program is verified by the cost that it states'),
    ),
    met(
      'V11.2.3',
      'at least 128 bits of security',
      at.security('Keys and algorithms'),
      at.config('%s can be guessed: it %s'),
    ),
    met('V11.3.1', 'no weak modes', SEALED),
    met(
      'V11.3.2',
      'AES with GCM',
      SEALED,
      at.secondFactor('is kept encrypted, and recovery codes are not kept at all'),
    ),
    met('V11.3.3', 'changes of what is sealed are noticed', OPENS),
    met(
      'V11.4.1',
      'no broken hashes',
      at.source('use no broken hash'),
      at.source('use SHA-1 for codes of authenticator apps and names of jobs alone'),
    ),
    met(
      'V11.4.2',
      'passwords are kept with a slow function',
      at.passwords('knows its password and no other'),
    ),
    met(
      'V11.4.3',
      'hashes of integrity have 256 bits',
      at.auditChain('finds a changed entry: %s'),
      at.security('Keys and algorithms'),
    ),
    none('V11.4.4', 'keys made from passwords', 'there are none; keys are made from a random secret (HKDF)'),
    met(
      'V11.5.1',
      'what must not be guessed is random',
      at.source('draw nothing at random that can be foreseen'),
      at.apiTokens('are shown once and stored as a hash'),
    ),
    met(
      'V11.6.1',
      'signatures of approved kinds',
      at.passkeys('do not sign in with %s'),
      at.security('Keys and algorithms'),
    ),
  ],
};
