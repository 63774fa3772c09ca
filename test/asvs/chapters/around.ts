import { type Chapter, met, none, notYet } from '../item.js';
import * as at from '../places.js';

const TLS = at.operating('TLS');

export const tls: Chapter = {
  number: 12,
  name: 'TLS',
  items: [
    met('V12.1.1', 'TLS 1.2 and 1.3 alone', TLS),
    met('V12.1.2', 'good ciphers', TLS),
    none('V12.1.3', 'certificates of clients', 'none are asked for'),
    met('V12.2.1', 'people come over TLS', TLS, at.securitySpec('says what they may do with %s')),
    met('V12.2.2', 'with certificates that everybody trusts', TLS),
    met(
      'V12.3.1',
      'everything else goes over TLS, too, unless the operator says that nobody else is in that network',
      at.config('does not start with %j'),
      TLS,
    ),
    met(
      'V12.3.2',
      'certificates of others are checked',
      at.source('accept no certificate that does not hold'),
    ),
    met(
      'V12.3.3',
      'nothing goes over plain HTTP to another machine',
      at.config('does not start with %j'),
      at.oidcConfig('is refused for a wrong %s, which is named'),
    ),
    met('V12.3.4', 'certificates within are trusted one by one', TLS),
  ],
};

const OUT = at.source('ask no other server but those of the configuration');
const PATHS = at.http('nothing outside of what is served is had by its path, and no list of it: %s');
const START = at.start('says in one sentence that it cannot start with %s');

export const configuration: Chapter = {
  number: 13,
  name: 'Configuration',
  items: [
    met('V13.1.1', 'whom it talks to is written down', at.security('Whom it talks to')),
    notYet(
      'V13.2.1',
      'services prove who they are with more than lasting passwords',
      'database, Redis, mail server and storage are entered with what stands in their addresses; where they can, use certificates or short-lived passwords and start anew with each',
      at.operating('Accounts of the product'),
    ),
    met('V13.2.2', 'with as few rights as possible', at.operating('Accounts of the product')),
    met(
      'V13.2.3',
      'never with what was delivered',
      at.operating('Accounts of the product'),
      at.config('does not start with %j'),
    ),
    met('V13.2.4', 'only listed servers are asked', OUT, at.security('Whom it talks to')),
    met('V13.2.5', 'and only listed places are read', OUT, PATHS),
    met(
      'V13.3.1',
      'secrets are not in code, and may come from where they are kept',
      at.config('are taken from there'),
      at.config('does not start with %j'),
    ),
    met('V13.3.2', 'secrets are for who needs them', at.operating('Accounts of the product')),
    met('V13.4.1', 'no source control is served', PATHS),
    met('V13.4.2', 'nothing for debugging in production', START),
    met('V13.4.3', 'no lists of folders', PATHS),
    met('V13.4.4', 'no TRACE', at.http('TRACE and methods that no route has are refused and echo nothing')),
    met(
      'V13.4.5',
      'documentation and metrics are shown on purpose',
      at.operating('Watching'),
      at.privacy('in the metrics'),
    ),
  ],
};

const DRAFTS =
  'drafts of updates that are not sent yet, and their files, stay in the browser, by person, so that nothing is lost without a network, until they are sent. Use devices of your own';
const EVIDENCE = at.evidenceHttp(
  'goes up before there is a draft, and comes down as an attachment that no browser runs',
);
const KEPT = at.http(
  'what a signed-in person is shown is kept nowhere, and what everybody is shown is asked for again',
);

export const data: Chapter = {
  number: 14,
  name: 'Data that needs protection',
  items: [
    met(
      'V14.1.1',
      'kinds of data are written down',
      at.security('Kinds of data'),
      at.personalDataSpec('tells of every table that points at a person'),
    ),
    met('V14.1.2', 'with how each is protected', at.security('Kinds of data')),
    met(
      'V14.2.1',
      'nothing secret stands in addresses',
      at.accountLinks('open a session, once'),
      at.privacy('in the logs of API and worker, however much they tell'),
    ),
    met('V14.2.2', 'no cache on the way keeps it', KEPT),
    met(
      'V14.2.3',
      'nobody else is told',
      at.browserPolicy('the browser does refuse what a page did not bring: this test can fail'),
      OUT,
    ),
    met(
      'V14.2.4',
      'it is protected as written',
      at.privacy('in jobs and in news that wait for them'),
      at.secondFactor('is kept encrypted, and recovery codes are not kept at all'),
      at.erasure('is a pseudonym in every table, and keeps what they held'),
    ),
    notYet(
      'V14.3.1',
      'nothing stays in the browser after signing out',
      `what was read is removed, also what forms need without a network; ${DRAFTS}`,
      at.source(
        'keep in the browser the language, drafts that are not sent yet, what forms need without a network, and how far a tour has come',
      ),
    ),
    met('V14.3.2', 'browsers do not keep answers', KEPT, EVIDENCE),
    notYet(
      'V14.3.3',
      'browsers store nothing that needs protection',
      DRAFTS,
      at.source(
        'keep in the browser the language, drafts that are not sent yet, what forms need without a network, and how far a tour has come',
      ),
    ),
  ],
};

const FIELDS = at.http('fields that an action does not take are refused, those of prototypes too');

export const building: Chapter = {
  number: 15,
  name: 'How it is built',
  items: [
    met('V15.1.1', 'by when packages with weaknesses are replaced is written down', at.security('Packages')),
    notYet(
      'V15.1.2',
      'packages are listed, and come from one place',
      'they are, each by its hash, but for the PDF compiler of other platforms than Linux on x64: write the lock anew where npm knows them',
      at.source('take every package by its hash, from the registry of npm'),
    ),
    met('V15.1.3', 'what costs much is written down', at.security('Limits')),
    notYet(
      'V15.2.1',
      'no package is older than that allows',
      'nothing checks it; run `npm audit` at each release',
      at.security('Packages'),
    ),
    met(
      'V15.2.2',
      'what costs much is bounded',
      at.bodyDepth('that %s is not looked into'),
      at.progressExport('takes turns: more exports at once than places all come to their end'),
      at.rateLimit('from one address are refused, saying for how long, while others are served'),
    ),
    met(
      'V15.2.3',
      'nothing of trials in production',
      START,
      at.launcher('prints no sign-ins when the demo is off'),
    ),
    met(
      'V15.3.1',
      'answers hold what was asked for',
      at.apiDescription('says truly what each readable route answers'),
      at.refusals('20. names of persons in what the public reads'),
    ),
    met(
      'V15.3.2',
      'nobody is followed to other servers',
      at.idTokens('is not fetched from where a provider sends us on to'),
    ),
    met('V15.3.3', 'fields that are not expected are refused', FIELDS),
    met(
      'V15.3.4',
      'the address of the caller cannot be made up',
      at.securitySpec('believes a proxy about its own caller, and nothing that the caller put there'),
    ),
    met(
      'V15.3.5',
      'types are what they should be',
      at.wrongInput('in any field of an update never makes the API fail, and leaves it readable'),
    ),
    met('V15.3.6', 'prototypes cannot be written to', FIELDS),
    met(
      'V15.3.7',
      'a parameter that comes twice is refused',
      at.http('a parameter that comes twice is refused, and its place decides what it is'),
    ),
  ],
};
