import { describe, expect, it } from '@jest/globals';
import { foldedPassages } from './folded-passages';

const words = (count: number): string => Array.from({ length: count }, (_, i) => `w${i} `).join('');
const same = (count: number) => ({ kind: 'same' as const, text: words(count) });
const added = { kind: 'added' as const, text: 'new ' };

describe('passages that nobody changed', () => {
  it('are folded but for the words beside a change', () => {
    const told = foldedPassages([same(100), added, same(200), added, same(100)]);
    expect(told.map((part) => (part.kind === 'folded' ? part.words : part.kind))).toEqual([
      75,
      'same',
      'added',
      'same',
      150,
      'same',
      'added',
      'same',
      75,
    ]);
  });

  it('stay when they are short', () => {
    const pieces = [same(40), added, same(60), added];
    expect(foldedPassages(pieces)).toEqual(pieces);
  });
});
