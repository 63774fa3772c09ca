import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CHAPTERS } from './chapters/index.js';
import type { Proof } from './item.js';
import { NUMBERS } from './numbers.js';
import { withItems } from './page.js';

const PAGE = 'docs/security.md';
const items = CHAPTERS.flatMap((chapter) => chapter.items);

describe('OWASP ASVS 5.0, levels 1 and 2', () => {
  it('has every number once, in its chapter', () => {
    expect(NUMBERS).toHaveLength(253);
    expect(items.map(({ id }) => id)).toEqual(NUMBERS);
    for (const { number, items } of CHAPTERS)
      expect(items.filter(({ id }) => !id.startsWith(`V${number}.`))).toEqual([]);
  });

  it('shows what is met by tests that exist, or by a page that says it', () => {
    expect(items.filter(({ state, proofs }) => state === 'met' && proofs.length === 0)).toEqual([]);
    const proofs = items.flatMap(({ id, proofs }) => proofs.map((proof) => ({ id, proof })));
    expect(proofs.filter(({ proof }) => !isThere(proof))).toEqual([]);
  });

  it('says of everything else why', () => {
    const others = items.filter((item) => item.state !== 'met');
    expect(others.filter((item) => item.why.length < 10)).toEqual([]);
  });

  it('stands so in docs/security.md; write it anew with `WRITE_ITEMS=1 npm test -- unit`', () => {
    const page = readFileSync(PAGE, 'utf8');
    if (process.env.WRITE_ITEMS) writeFileSync(PAGE, withItems(page));
    else expect(page).toBe(withItems(page));
  });
});

function isThere(proof: Proof): boolean {
  const file = 'spec' in proof ? proof.spec : proof.page;
  if (!existsSync(file)) return false;
  const text = readFileSync(file, 'utf8');
  if ('heading' in proof) return new RegExp(`^#+ ${literally(proof.heading)}$`, 'm').test(text);
  return new RegExp(`[([]\\s*(['"\`])${literally(proof.test)}\\1`).test(text);
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
