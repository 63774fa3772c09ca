import { describe, expect, it } from '@jest/globals';
import type { CheckedFigure } from '../finding.content.js';
import { figure, material } from '../quality.fixtures.js';
import { directionOf, targetAgainstDirection } from './target-against-direction.rule.js';

const found = (baseline: Partial<CheckedFigure>, target: Partial<CheckedFigure>) =>
  targetAgainstDirection
    .find(
      material({
        figures: [
          figure({ role: 'baseline', windowEnd: '2023-12-31', ...baseline }),
          figure({ role: 'target', ...target }),
        ],
      }),
    )
    .map(({ detail }) => detail.en);

const WAIT = {
  statementEn: 'Wait for a first appointment',
  statementEs: 'Espera de la primera cita',
  valueType: 'duration',
  unitEn: 'days',
} as const;

describe('a target against the direction', () => {
  it('lies below the baseline where more is better', () => {
    expect(found({ value: 100 }, { value: 80 })).toEqual([
      'The target (80) is worse than the baseline (100): more is better here.',
    ]);
  });

  it('lies above the baseline where less is better, as said or as the words tell', () => {
    expect(found({ ...WAIT, value: 30 }, { ...WAIT, value: 45 })).toHaveLength(1);
    expect(found({ value: 30 }, { value: 45, direction: 'lower' })).toHaveLength(1);
  });

  it.each<[string, Partial<CheckedFigure>, Partial<CheckedFigure>]>([
    ['reaches for more', { value: 100 }, { value: 120 }],
    ['keeps the level', { value: 100 }, { value: 100 }],
    ['reaches for less waiting', { ...WAIT, value: 45 }, { ...WAIT, value: 30 }],
    ['is a planned coverage', { value: 6000 }, { value: 5000, role: 'planned_coverage' }],
    ['is of another unit', { value: 100 }, { value: 80, unitEn: 'permits' }],
    ['is of another population', { value: 100, population: 'women' }, { value: 80 }],
    [
      'is of something whose direction nobody knows',
      { value: 9, valueType: 'duration', unitEn: 'hours' },
      { value: 8, valueType: 'duration', unitEn: 'hours' },
    ],
  ])('is none when it %s', (_, baseline, target) => {
    expect(found(baseline, target)).toEqual([]);
  });

  it.each<[string, Partial<CheckedFigure>, string | null]>([
    ['as stated', { direction: 'lower' }, 'lower'],
    ['counts want more', {}, 'higher'],
    ['backlogs want less', { statementEn: 'Cases in the backlog' }, 'lower'],
    ['rezagos quieren menos', { statementEs: 'Casos en rezago' }, 'lower'],
    ['durations do not tell', { valueType: 'duration' }, null],
  ])('%s', (_, changes, expected) => {
    expect(directionOf(figure(changes))).toBe(expected);
  });
});
