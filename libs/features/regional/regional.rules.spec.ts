import { describe, expect, it } from '@jest/globals';
import type { AnnualMeetingView } from './regional-record.dto.js';
import {
  contextFigureProblems,
  documentProblems,
  meetingProblems,
  type Neighbours,
  planProblems,
} from './regional.rules.js';
import { DOCUMENT_EXAMPLE, FIGURE_EXAMPLE, MEETING_EXAMPLE, PLAN_EXAMPLE } from './regional.examples.js';

const alone: Neighbours = { before: null, after: null, hostKnown: true };
const fieldsOf = (problems: { field: string }[]) => problems.map(({ field }) => field);

describe('an Annual Meeting', () => {
  it.each<[string, Partial<AnnualMeetingView>, Partial<Neighbours>, string[]]>([
    ['is whole', {}, {}, []],
    ['may have no day', { heldOn: null, heldPrecision: null }, {}, []],
    ['needs a source', { sources: [] }, {}, ['sources']],
    ['is hosted by a State', { hostState: 'ZZ' }, { hostKnown: false }, ['hostState']],
    ['says how much of its day is known', { heldPrecision: null }, {}, ['heldPrecision']],
    ['says nothing of a day that it does not have', { heldOn: null }, {}, ['heldPrecision']],
    ['is held in its year', { heldOn: '2025-01-05' }, {}, ['heldOn']],
    ['comes after the one before it', {}, { before: '2024-12-06' }, ['heldOn']],
    ['may come on the day after', {}, { before: '2024-12-04' }, []],
    ['comes before the one after it', {}, { after: '2024-01-24' }, ['heldOn']],
    [
      'may fall into the month of another when only the month is known',
      { heldOn: '2024-12-01', heldPrecision: 'month' },
      { before: '2024-12-05' },
      [],
    ],
    [
      'may not fall into an earlier month',
      { heldOn: '2024-11-01', heldPrecision: 'month' },
      { before: '2024-12-05' },
      ['heldOn'],
    ],
  ])('%s', (_, changes, around, fields) => {
    const problems = meetingProblems({ ...MEETING_EXAMPLE, ...changes }, { ...alone, ...around });
    expect(fieldsOf(problems)).toEqual(fields);
  });
});

describe('a document', () => {
  it('belongs to a meeting that is there, and says how much of its day is known', () => {
    expect(documentProblems(DOCUMENT_EXAMPLE, true)).toEqual([]);
    const wrong = { ...DOCUMENT_EXAMPLE, adoptedPrecision: null };
    expect(fieldsOf(documentProblems(wrong, false))).toEqual(['adoptedPrecision', 'meeting']);
  });
});

describe('a regional plan', () => {
  const known = {
    areas: new Set(['protection']),
    commitments: new Set(['MX-03']),
    documents: new Set(['panama-city-declaration']),
  };
  const item = { en: 'One', es: 'Uno', areas: ['protection'], commitments: ['MX-03'] };

  it('names only what is there, and says of each thing where it stands', () => {
    expect(planProblems({ ...PLAN_EXAMPLE, focusAreas: [item] }, known)).toEqual([]);
    const wrong = {
      ...PLAN_EXAMPLE,
      focusAreas: [item, { ...item, areas: ['peace'] }],
      pillars: [{ ...item, commitments: ['MX-03', 'MX-99'] }],
      documents: ['nothing'],
      sources: [' '],
    };
    expect(fieldsOf(planProblems(wrong, known))).toEqual([
      'sources',
      'focusAreas[1].areas[0]',
      'pillars[0].commitments[1]',
      'documents[0]',
    ]);
  });

  it('has a focus area', () => {
    expect(fieldsOf(planProblems({ ...PLAN_EXAMPLE, focusAreas: [] }, known))).toEqual(['focusAreas']);
  });
});

describe('a figure of the context', () => {
  it('keeps the rules of all figures', () => {
    expect(contextFigureProblems(FIGURE_EXAMPLE)).toEqual([]);
    const unknown = { ...FIGURE_EXAMPLE, valueState: 'unknown' as const };
    expect(fieldsOf(contextFigureProblems(unknown))).toEqual(['value']);
    const share = { ...FIGURE_EXAMPLE, valueType: 'percent' as const, value: 120, sources: [] };
    expect(fieldsOf(contextFigureProblems(share))).toEqual(['sources', 'value']);
  });
});
