import { describe, expect, it } from '@jest/globals';
import type { PartnerFigureInput } from './partner.input.js';
import { partnerFigureProblems } from './partner.rules.js';

const figure = (change: Partial<PartnerFigureInput>): PartnerFigureInput => ({
  ...{ code: 'a', labelEn: 'Claims', labelEs: 'Solicitudes', valueType: 'count', value: 0, unitEn: 'claims' },
  ...change,
});
const fields = (change: Partial<PartnerFigureInput>) =>
  partnerFigureProblems(figure(change)).map(({ field }) => field);

describe('a partner’s figure', () => {
  it('keeps zero apart from what was not reported', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ value: null })).toEqual(['value']);
    expect(fields({ value: null, valueState: 'not_reported' })).toEqual([]);
    expect(fields({ valueState: 'unknown' })).toEqual(['value']);
  });

  it('says what is counted, money its currency, a stock its day', () => {
    expect(fields({ unitEn: null })).toEqual(['unitEn']);
    expect(fields({ valueType: 'money' })).toEqual(['currency']);
    expect(fields({ valueType: 'money', currency: 'USD' })).toEqual([]);
    expect(fields({ basis: 'stock' })).toEqual(['asOf']);
    expect(fields({ windowStart: '2024-12-31', windowEnd: '2024-01-01' })).toEqual(['windowEnd']);
  });
});
