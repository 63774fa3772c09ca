import { describe, expect, it } from '@jest/globals';
import { type OtherTerm, presidencyProblems } from './presidency.rules.js';

const term = (startsOn: string, endsOn: string | null) => ({
  stateCode: 'GT',
  startsOn,
  startsPrecision: 'day' as const,
  endsOn,
  endsPrecision: endsOn === null ? null : ('day' as const),
  sources: ['Declaration'],
});
const other = (year: number, startsOn: string, endsOn: string | null): OtherTerm => ({
  year,
  startsOn,
  endsOn,
});

describe('a term of the Presidency', () => {
  it.each<[string, string, string | null, OtherTerm[], string[]]>([
    [
      'may begin on the day that another ends',
      '2025-01-24',
      '2026-01-24',
      [other(2024, '2024-01-24', '2025-01-24')],
      [],
    ],
    ['may leave a gap', '2026-01-24', null, [other(2024, '2024-01-24', '2025-01-24')], []],
    [
      'does not begin within another',
      '2025-01-23',
      null,
      [other(2024, '2024-01-24', '2025-01-24')],
      ['startsOn'],
    ],
    [
      'does not reach into the next',
      '2023-01-24',
      '2024-02-01',
      [other(2024, '2024-01-24', '2025-01-24')],
      ['endsOn'],
    ],
    [
      'without an end reaches into every later one',
      '2023-01-24',
      null,
      [other(2024, '2024-01-24', null)],
      ['endsOn'],
    ],
    [
      'does not begin while another has no end',
      '2026-01-24',
      null,
      [other(2024, '2024-01-24', null)],
      ['startsOn'],
    ],
    ['ends after it begins', '2025-01-24', '2025-01-24', [], ['endsOn']],
  ])('%s', (_, startsOn, endsOn, others, fields) => {
    const found = presidencyProblems(term(startsOn, endsOn), others, true);
    expect(found.map(({ field }) => field)).toEqual(fields);
  });

  it('names its State, its sources, and how exactly its end is known', () => {
    const body = { ...term('2025-01-24', '2026-01-24'), endsPrecision: null, sources: [] };
    expect(presidencyProblems(body, [], false).map(({ field }) => field)).toEqual([
      'sources',
      'stateCode',
      'endsPrecision',
    ]);
  });
});
