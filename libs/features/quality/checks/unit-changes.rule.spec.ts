import { describe, expect, it } from '@jest/globals';
import type { CheckedFigure } from '../finding.content.js';
import { earlier, figure, material } from '../quality.fixtures.js';
import { unitChanges } from './unit-changes.rule.js';

const WAIT = { valueType: 'duration', unitEn: 'months', unitEs: 'meses' } as const;
const found = (figures: Partial<CheckedFigure>[], before: Partial<CheckedFigure>[] = []) =>
  unitChanges
    .find(
      material({
        figures: figures.map((each) => figure({ ...WAIT, ...each })),
        earlier: before.map((each) => earlier({ ...WAIT, ...each })),
      }),
    )
    .map(({ detail }) => detail.en);

describe('a unit that changes', () => {
  it('is told against the last cycle', () => {
    expect(found([{ unitEn: 'weeks' }], [{}])).toEqual(['In “weeks” now; reported before in “months”.']);
  });

  it('is told against the baseline beside it', () => {
    expect(found([{ role: 'baseline' }, { unitEn: 'weeks' }])).toEqual([
      'In “weeks” now; the baseline is in “months”.',
    ]);
  });

  it.each<[string, Partial<CheckedFigure>[], Partial<CheckedFigure>[]]>([
    ['the same unit', [{}], [{}]],
    ['the same unit in capitals', [{ unitEn: 'Months' }], [{}]],
    ['a fact that now carries a second unit', [{}, { unitEn: 'weeks' }], [{}]],
    ['another label', [{ unitEn: 'weeks', labelEn: 'longest' }], [{}]],
    ['another kind of value', [{ unitEn: 'people', valueType: 'count' }], [{}]],
    [
      'another thing',
      [{ unitEn: 'weeks', statementEn: 'Course length', statementEs: 'Duración del curso' }],
      [{}],
    ],
    ['the first report', [{ unitEn: 'weeks' }], []],
  ])('keeps silent about %s', (_, figures, before) => {
    expect(found(figures, before)).toEqual([]);
  });
});
