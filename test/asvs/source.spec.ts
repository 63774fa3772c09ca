import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const SERVER = sources('{apps/{api,worker,cli,composition},libs,migrations}/**/*.ts');
const WEB = sources('apps/web/src/**/*.{ts,tsx}');
const ALL = [...SERVER, ...WEB];

interface Lock {
  packages: Record<string, { version?: string; integrity?: string; resolved?: string; link?: boolean }>;
}

/** The PDF compiler of other platforms than this one, which npm knew only by name when the lock was written. */
const WITHOUT_HASH = /^node_modules\/@myriaddreamin\/typst-ts-node-compiler-(android|darwin|win32|linux-arm)/;

/** What no request can show: what the sources never do. Items of the ASVS name these tests. */
describe('the sources', () => {
  it.each<[string, RegExp, { path: string; text: string }[], string[]]>([
    ['run no text as code', /\beval\(|new Function\(|\bvm\.run|setTimeout\(\s*['"`]/, ALL, []],
    [
      'start no program on account of a request',
      /node:child_process|\bexecFile|\bspawn\(/,
      SERVER,
      // The worker's press, a file of ours that gets its work as JSON and nothing of the environment; and the database of
      // `npm start`, before anybody can ask anything.
      [
        'libs/features/reports/report.press.ts',
        'libs/platform/embedded-postgres/operating-user.ts',
        'libs/platform/embedded-postgres/postmaster.ts',
        'libs/platform/embedded-postgres/process-identity.ts',
      ],
    ],
    ['draw nothing at random that can be foreseen', /Math\.random/, ALL, []],
    ['use no broken hash', /create(Hash|Hmac)\('(md5|md4|ripemd)/i, SERVER, []],
    [
      'use SHA-1 for codes of authenticator apps and names of jobs alone',
      /create(Hash|Hmac)\('sha-?1'/i,
      SERVER,
      ['libs/features/identity/totp.rules.ts', 'libs/platform/queue/queues.ts'],
    ],
    [
      'encrypt in one place, with a mode that notices changes',
      /createCipheriv|createDecipheriv/,
      SERVER,
      ['libs/features/identity/secret-box.ts'],
    ],
    [
      'accept no certificate that does not hold',
      /rejectUnauthorized|NODE_TLS_REJECT|insecureHTTP/,
      SERVER,
      [],
    ],
    [
      'ask no other server but those of the configuration',
      /\bfetch\(|https?\.request\(|\bconnect\(\{|createConnection\(/,
      SERVER,
      ['libs/platform/storage/s3-storage.ts', 'libs/platform/storage/virus-scanner.ts'],
    ],
    [
      'listen to no other window and open no socket to one',
      /postMessage|addEventListener\('message|new WebSocket/,
      WEB,
      [
        // The pages of one browser, on a channel that no other origin hears.
        'apps/web/src/live/live.ts',
        // The page and its own service worker, about a new version.
        'apps/web/src/offline/new-version.ts',
        'apps/web/src/offline/service-worker.ts',
      ],
    ],
    [
      'put no text into a page as markup',
      /dangerouslySetInnerHTML|\.(inner|outer)HTML|insertAdjacentHTML|document\.write/,
      WEB,
      [],
    ],
    ['keep nobody from pasting a password', /onPaste|autoComplete="off"/, WEB, []],
    [
      'keep in the browser the language, drafts that are not sent yet, what forms need without a network, and how far a tour has come',
      /localStorage|sessionStorage|indexedDB|idb-keyval|document\.cookie/,
      WEB,
      [
        'apps/web/src/i18n/index.ts',
        'apps/web/src/offline/has-answers.ts',
        'apps/web/src/offline/kept-answers.ts',
        'apps/web/src/outbox/kept-drafts.ts',
        'apps/web/src/outbox/kept-files.ts',
        'apps/web/src/outbox/mirror.ts',
        'apps/web/src/pages/composition/kept-texts.ts',
        'apps/web/src/tour/progress.ts',
      ],
    ],
    [
      'know no directory, query of XML, or format of strings',
      /ldapjs|xpath|util\.format\(|node:dgram/,
      ALL,
      [],
    ],
    [
      'build patterns from words of their own alone',
      /new RegExp\(/,
      SERVER,
      [
        // Codes and names of the snapshot, escaped.
        'libs/features/editions/contradictions.rules.ts',
        'libs/features/editions/number-words.rules.ts',
        'libs/features/editions/typed-numbers.rules.ts',
        'libs/features/quality/checks/impossible-window.rule.ts',
        'libs/platform/tables/csv.ts',
      ],
    ],
    ['revive no objects but from JSON', /v8\.deserialize|node-serialize|\bunserialize/, ALL, []],
  ])('%s', (_what, pattern, files, allowed) => {
    expect(files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual(allowed);
  });

  it('take every package by its hash, from the registry of npm', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
    const taken = Object.entries(packages).filter(([path]) => path.startsWith('node_modules/'));
    expect(taken.length).toBeGreaterThan(300);
    expect(
      taken
        .filter(([, { integrity, resolved }]) =>
          resolved === undefined
            ? !integrity
            : !resolved.startsWith('https://registry.npmjs.org/') || !integrity,
        )
        .map(([path]) => path)
        .filter((path) => !WITHOUT_HASH.test(path)),
    ).toEqual([]);
  });

  it('mask every field for a password', () => {
    const fields = WEB.flatMap(({ path, text }) =>
      [...text.matchAll(/<(\w+)[^<>]*autoComplete="(current|new)-password"/g)].map(([, tag]) => [path, tag]),
    );
    expect(fields.length).toBeGreaterThan(2);
    expect(fields.filter(([, tag]) => tag !== 'PasswordInput')).toEqual([]);
  });
});

function sources(pattern: string): { path: string; text: string }[] {
  return globSync(pattern)
    .filter((path) => !/\.spec\.tsx?$|\.d\.ts$|\/node_modules\//.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}
