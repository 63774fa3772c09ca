import { describe, expect, it } from '@jest/globals';
import { wordsInCommon } from './words.js';

describe('words that two texts have in common', () => {
  it.each([
    ['Personas atendidas en Tapachula', 'En Tapachula, personas ATENDIDAS', 1],
    ['Asylum claims decided in 2023: 1,200', 'Asylum claims decided in 2024: 2,500', 1],
    ['Asylum claims decided', 'Asylum claims filed', 2 / 3],
    ['Nothing alike here', 'Completely different words', 0],
    ['Talleres', 'Talleres', 0],
    [null, 'Asylum claims', 0],
  ])('%s / %s', (a, b, share) => {
    expect(wordsInCommon(a, b)).toBeCloseTo(share);
    expect(wordsInCommon(b, a)).toBeCloseTo(share);
  });
});
