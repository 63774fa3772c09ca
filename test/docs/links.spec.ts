import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/adding-a-feature.md',
  'docs/operating.md',
  'docs/importing.md',
  'docs/indicators.md',
  'docs/aggregation.md',
  'docs/figure-quality.md',
  'docs/benchmarks.md',
  'docs/permissions.md',
  'docs/security.md',
];

/** Links to files of ours, and paths in `code` that look like one. */
function pathsIn(document: string): string[] {
  const text = readFileSync(document, 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, target = '']) =>
    join(dirname(document), target),
  );
  const paths = [
    ...text.matchAll(
      /`((?:apps|libs|migrations|seeds|test|docs|scripts|\.ci)\/[\w./-]+|\.dependency-cruiser\.cjs)`/g,
    ),
  ].map(([, path = '']) => path);
  return [...links, ...paths];
}

describe('The documents', () => {
  it.each(DOCUMENTS)('%s names only files that exist', (document) => {
    expect(pathsIn(document).filter((path) => !existsSync(path))).toEqual([]);
  });

  it('document every variable of the configuration, in the manual and in .env.example', () => {
    const variables = [
      ...readFileSync('libs/platform/config/config.ts', 'utf8').matchAll(/^ {2}readonly ([A-Z_]+)/gm),
    ].map(([, name = '']) => name);
    const manual = readFileSync('docs/operating.md', 'utf8');
    const example = readFileSync('.env.example', 'utf8');
    expect(variables.length).toBeGreaterThan(10);
    expect(
      variables.filter((name) => !manual.includes(`\`${name}\``) || !example.includes(`${name}=`)),
    ).toEqual([]);
  });
});
