import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { policyPage } from '#features/identity';

describe('docs/permissions.md', () => {
  it('says what the policy decides; write it anew with `npm run mirps -- permissions --page > docs/permissions.md`', () => {
    expect(readFileSync('docs/permissions.md', 'utf8')).toBe(policyPage());
  });
});
