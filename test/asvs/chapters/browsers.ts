import { type Chapter, met, none } from '../item.js';
import * as at from '../places.js';

const COOKIES = at.securitySpec(
  'gives cookies that scripts cannot read and that stay on this site and on TLS',
);
const HEADERS = at.securitySpec('says what they may do with %s');
const FOREIGN = at.securitySpec('is refused by every operation: %j');
const NO_REDIRECTS = at.http('nothing is redirected: not to TLS, and not to where a caller says');

export const browsers: Chapter = {
  number: 3,
  name: 'Towards browsers',
  items: [
    met(
      'V3.2.1',
      'what is no page is not shown as one',
      at.productFiles('goes up in a form and comes down as an attachment that no browser runs'),
      at.reports('travel over HTTP with a policy that lets nothing run, and not twice to who has them'),
    ),
    met('V3.2.2', 'text is put into pages as text', at.source('put no text into a page as markup')),
    met('V3.3.1', 'cookies are Secure, with a prefix that says so', COOKIES),
    met('V3.3.2', 'cookies are SameSite', COOKIES),
    met('V3.3.3', 'cookies are of this host alone (`__Host-`)', COOKIES),
    met('V3.3.4', 'scripts cannot read the session', COOKIES),
    met('V3.4.1', 'HSTS for a year, with subdomains', HEADERS),
    met('V3.4.2', 'no other site may read answers', HEADERS),
    met(
      'V3.4.3',
      'a content security policy without objects and base, with nonces',
      HEADERS,
      at.browserPolicy('every page has a nonce of its own, which nobody keeps'),
    ),
    met('V3.4.4', 'browsers do not guess at types', HEADERS),
    met('V3.4.5', 'addresses are not told to other sites', HEADERS),
    met('V3.4.6', 'only pages of this site may frame it', HEADERS),
    met('V3.5.1', 'writes from other sites are refused', FOREIGN),
    met('V3.5.2', 'refusing them does not hang on a preflight', FOREIGN),
    met(
      'V3.5.3',
      'reading changes nothing',
      at.securitySpec('cannot use what a method stands for in a header or in the address'),
    ),
    met('V3.5.4', 'applications have hosts of their own', at.operating('Towards browsers')),
    none(
      'V3.5.5',
      'messages between windows',
      'no page listens to any',
      at.source('listen to no other window and open no socket to one'),
    ),
    met(
      'V3.7.1',
      'no plug-ins',
      HEADERS,
      at.browserPolicy('the browser does refuse what a page did not bring: this test can fail'),
    ),
    met(
      'V3.7.2',
      'nobody is sent on to where a caller says',
      NO_REDIRECTS,
      at.browserUpdateForm('lands on the updates due after signing in, and comes back to a deep link'),
    ),
  ],
};

const GRAPHQL = 'there is no GraphQL';
const WEBSOCKET = 'there are no WebSockets; news comes as an event stream over HTTP';
const NO_SOCKET = at.source('listen to no other window and open no socket to one');

export const services: Chapter = {
  number: 4,
  name: 'The API and HTTP itself',
  items: [
    met(
      'V4.1.1',
      'answers say their type and characters',
      at.http('what is answered says what it is, in which characters, and that it is nothing else'),
    ),
    met('V4.1.2', 'the API does not lead from HTTP to HTTPS', NO_REDIRECTS),
    met(
      'V4.1.3',
      'callers cannot set what a proxy tells',
      at.http('who calls is not told by headers of the caller'),
      at.securitySpec('believes a proxy about its own caller, and nothing that the caller put there'),
    ),
    met('V4.2.1', 'one request is never taken for two', at.http('one request is never taken for two: %s')),
    none('V4.3.1', 'cost of GraphQL queries', GRAPHQL),
    none('V4.3.2', 'GraphQL introspection', GRAPHQL),
    none('V4.4.1', 'WebSockets over TLS', WEBSOCKET, NO_SOCKET),
    none('V4.4.2', 'origin of WebSockets', WEBSOCKET, NO_SOCKET),
    none('V4.4.3', 'tokens of WebSockets', WEBSOCKET, NO_SOCKET),
    none('V4.4.4', 'WebSockets of a session', WEBSOCKET, NO_SOCKET),
  ],
};

const DOWNLOAD = at.productFiles('goes up in a form and comes down as an attachment that no browser runs');

export const files: Chapter = {
  number: 5,
  name: 'Files',
  items: [
    met(
      'V5.1.1',
      'which files are taken, how large, and how they are made safe is written down',
      at.security('Files'),
    ),
    met(
      'V5.2.1',
      'files have a largest size',
      at.productFiles('of 25 MB is taken, of more refused in words'),
    ),
    met(
      'V5.2.2',
      'the bytes say what a file is, and its name follows',
      at.productFiles('is refused by its field, or as the form that it is not'),
      at.evidenceHttp('is refused with what to do'),
    ),
    met(
      'V5.2.3',
      'archives are not unpacked to more than they may',
      at.xlsx('that is %s fills no memory'),
      at.largeBodies('are refused when a workbook of 100 KB unpacks to 100 MB and %s'),
      at.largeBodies('are not unpacked as evidence'),
    ),
    met(
      'V5.3.1',
      'no file of people is run by the server',
      DOWNLOAD,
      at.source('start no program on account of a request'),
    ),
    met(
      'V5.3.2',
      'places of files are named by us',
      at.storage('refuse the key %j'),
      at.evidenceHttp('is never taken by a place in the storage that a client names'),
    ),
    met('V5.4.1', 'a download has the name that we give it', DOWNLOAD),
    met('V5.4.2', 'names in headers are encoded', DOWNLOAD),
    met(
      'V5.4.3',
      'files are checked for viruses, where a scanner is set up',
      at.virusScanner('a harmful one is refused'),
      at.operating('Configuration'),
    ),
  ],
};
