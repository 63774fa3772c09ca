import { describe, expect, it } from '@jest/globals';
import { readUnhcrResults } from './unhcr-results.reader.js';

const value = (amount: string | number | null, status = 'reported') => ({
  raw: amount === null ? null : String(amount),
  value: amount,
  status,
});

/** A report that is not of Mexico and not of 2024, with codes, areas and a population of its own. */
const report = () => ({
  document: { title: 'UNHCR Annual Results Report 2021, Guatemala', source: 'x' },
  conventions: { anything: true },
  budget_usd: {
    by_impact_area: [
      { name: 'IA2 Respond', final_budget: 10.5, funds_available: 4, expenditure: 3 },
      { name: 'Total', final_budget: 10.5, funds_available: 4, expenditure: 3 },
    ],
    by_outcome_area: [{ name: 'EA99 New area', final_budget: null, funds_available: 4, expenditure: null }],
    checks: {},
  },
  indicators: [
    {
      level: 'output',
      area: 'OA11 Education',
      code: '11.4b',
      name_en: 'Pupils',
      name_es: 'Alumnado',
      population_type: 'Asylum-seekers in shelters',
      value_type: 'count',
      unit: 'people',
      baseline: value(null, 'unknown'),
      target_2021: value(200),
      actual_2021: value(0),
      direction_inferred: 'higher_is_better',
    },
    {
      level: 'outcome',
      area: 'OA3 Policy/Law',
      code: '3.9',
      name_en: 'Law',
      population_type: 'None (country-level)',
      value_type: 'ordinal',
      unit: null,
      baseline: value('Not aligned'),
      target_2021: value('Broadly aligned'),
      actual_2021: value('Progressing towards alignment'),
    },
  ],
});
const places = (content: unknown) => readUnhcrResults(content).problems.map(({ column }) => column);

describe('A results report', () => {
  it('has one value for a role and year, of a year that can be, in text that can be kept', () => {
    const file = report();
    const [pupils, law] = file.indicators;
    Object.assign(pupils ?? {}, { actual: value(1), target_9999: value(1), name_en: 'Pupils \ud800' });
    Object.assign(law ?? {}, { target_0001: value('Broadly aligned') });
    expect(places(file)).toEqual([
      'indicators[0].name_en',
      'indicators[0].actual',
      'indicators[0].target_9999',
      'indicators[1].target_0001',
    ]);
  });

  it('is read whole for any country, year, code and population', () => {
    const { rows, good, problems } = readUnhcrResults(report());
    expect([rows, problems]).toEqual([5, []]);
    expect(good.map(({ value: row }) => row)).toMatchObject([
      {
        country: 'Guatemala',
        level: 'output',
        code: '11.4b',
        area: { code: 'OA11', es: 'Educación' },
        population: { key: 'asylum_seekers_in_shelters', en: 'Asylum-seekers in shelters' },
        values: [
          { role: 'baseline', year: 2021, valueState: 'unknown', value: null },
          { role: 'target', year: 2021, value: 200 },
          { role: 'actual', year: 2021, valueState: 'reported', value: 0 },
        ],
      },
      {
        population: { key: 'country' },
        scale: [{ en: 'Not aligned' }, {}, { en: 'Broadly aligned' }],
        direction: 'neither',
      },
      {
        what: 'budget',
        kind: 'impact',
        areaCode: 'IA2',
        currency: 'USD',
        finalBudget: 10.5,
        isTotal: false,
        year: 2021,
      },
      { what: 'budget', kind: 'impact', areaCode: null, isTotal: true },
      { what: 'budget', kind: 'outcome', areaCode: 'EA99', name: { en: 'New area' }, finalBudget: null },
    ]);
  });

  it('names the JSON path of every problem, all at once', () => {
    const broken = report() as unknown as {
      indicators: Record<string, unknown>[];
      budget_usd: Record<string, unknown[]>;
    };
    Object.assign(broken.indicators[0] as object, {
      level: 'dream',
      target_2021: value('2,000'),
      actual_2021: { raw: '9', value: 9, status: 'perhaps' },
      taget_2022: value(1),
    });
    Object.assign(broken.indicators[1] as object, { name_en: '', baseline: 5 });
    (broken.budget_usd.by_impact_area?.[0] as Record<string, unknown>).final_budget = '10,5';
    expect(places(broken)).toEqual([
      'indicators[0].level',
      'indicators[0].taget_2022',
      'indicators[0].target_2021.value',
      'indicators[0].actual_2021.status',
      'indicators[1].name_en',
      'indicators[1].baseline',
      'budget_usd.by_impact_area[0].final_budget',
    ]);
  });

  it('tells of an entry that repeats another, and of a value where there can be none', () => {
    const twice = report();
    twice.indicators.push({
      ...(twice.indicators[0] as (typeof twice.indicators)[0]),
      target_2021: value(3, 'unknown'),
    });
    expect(readUnhcrResults(twice).problems.map(({ column, detail }) => [column, detail.en])).toEqual([
      ['indicators[2].target_2021.value', 'must be empty in this state'],
      ['indicators[2]', expect.stringContaining('repeats output:11.4b')],
    ]);
  });

  it.each<[unknown, string | null]>([
    [null, null],
    [[], null],
    [{}, 'document.title'],
    [{ document: { title: 'Results of some country' } }, 'document.title'],
  ])('takes nothing of %j', (content, column) => {
    const { good, problems } = readUnhcrResults(content);
    expect([good, problems[0]?.column]).toEqual([[], column]);
  });
});
