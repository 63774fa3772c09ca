import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** Every class of the API's rooms, by name, with the files that define it. */
function classes(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const root of ['libs', 'apps/api'])
    for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.ts') || path.endsWith('.spec.ts')) continue;
      const code = readFileSync(`${root}/${path}`, 'utf8');
      if (!/@(Text|Uuid|Whole|Nested|OneOf|Instant|Bool)\(/.test(code)) continue;
      for (const [, name = ''] of code.matchAll(/^(?:export )?(?:abstract )?class (\w+)/gm))
        found.set(name, [...(found.get(name) ?? []), path]);
    }
  return found;
}

describe('The shapes of the API', () => {
  it('have one name each: of two with the same name the description keeps one, and clients are typed wrongly', () => {
    const all = classes();
    expect(all.size).toBeGreaterThan(100);
    expect([...all].filter(([, files]) => files.length > 1)).toEqual([]);
  });
});
