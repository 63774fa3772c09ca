import { describe, expect, it } from '@jest/globals';
import { dataNotes, type NotedObservation } from './data-notes.rules.js';

const observed = (value: number | null, changes: Partial<NotedObservation> = {}): NotedObservation => ({
  year: 2024,
  part: 'year',
  role: 'actual',
  dimension: '',
  category: '',
  source: 'report',
  valueState: value === null ? 'unknown' : 'reported',
  value,
  numerator: null,
  denominator: null,
  ...changes,
});
const women = (value: number | null, changes = {}) =>
  observed(value, { dimension: 'sex', category: 'women', ...changes });
const men = (value: number | null, changes = {}) =>
  observed(value, { dimension: 'sex', category: 'men', ...changes });
const kinds = (...args: Parameters<typeof dataNotes>) => dataNotes(...args).map(({ kind }) => kind);

describe('Data notes', () => {
  it('tell of parts that do not give the total', () => {
    const [note] = dataNotes('count', null, [observed(210), women(100), men(101)]);
    expect(note).toMatchObject({ kind: 'parts_differ', year: 2024, role: 'actual' });
    expect(note?.text.en).toBe('By sex, the parts give 201; the total says 210.');
    expect(note?.text.es).toBe('Por sexo, las partes suman 201; el total dice 210.');
  });

  it('are silent when parts give the total exactly, in tenths too', () => {
    expect(kinds('money', null, [observed(0.3), women(0.1), men(0.2)])).toEqual([]);
  });

  it('compare the denominators of shares, and nothing of scales and durations', () => {
    const share = (denominator: number) => ({ numerator: 1, denominator });
    expect(
      kinds('percent', null, [observed(50, share(200)), women(10, share(100)), men(90, share(90))]),
    ).toEqual(['parts_differ']);
    expect(kinds('percent', null, [observed(50), women(10), men(90)])).toEqual([]);
    expect(kinds('duration', null, [observed(170), women(160), men(180)])).toEqual([]);
  });

  it('tell of a part without a value instead of counting it as zero', () => {
    expect(kinds('count', null, [observed(210), women(210), men(null)])).toEqual(['part_without_value']);
  });

  it('compare parts with the total of their own source, period and role', () => {
    expect(
      kinds('count', null, [
        observed(210),
        women(210, { source: 'other' }),
        men(1, { year: 2023 }),
        women(9, { role: 'target' }),
      ]),
    ).toEqual([]);
  });

  it('tell of sources that differ and which one counts', () => {
    const both = [observed(57), observed(75, { source: 'partner' })];
    expect(dataNotes('count', 'partner', both)[0]?.text.en).toBe(
      'Sources differ: 57 (report); 75 (partner). Preferred: partner.',
    );
    expect(dataNotes('count', null, both)[0]?.text.en).toContain('None is preferred.');
    expect(kinds('count', null, [observed(57), observed(57, { source: 'partner' })])).toEqual([]);
  });
});
