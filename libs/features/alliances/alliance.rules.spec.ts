import { describe, expect, it } from '@jest/globals';
import type { EventBody, PlatformBody } from './alliance.dto.js';
import { dialogueProblems, eventProblems, platformProblems, practiceProblems } from './alliance.rules.js';
import type { CreateGoodPractice } from './good-practice.dto.js';

const fields = (problems: { field: string }[]): string[] => problems.map(({ field }) => field);
const sources = ['Annual Report'];

describe('a dialogue mechanism', () => {
  const body = { nameEn: 'Academia', nameEs: 'Academia', steps: [], areas: [], sources };
  it.each([
    [{}, []],
    [{ launchedOn: '2024-09-13', launchedPrecision: 'day' as const }, []],
    [{ launchedOn: '2024-09-13' }, ['launchedPrecision']],
    [{ launchedPrecision: 'day' as const }, ['launchedPrecision']],
    [{ sources: [' '] }, ['sources']],
  ])('%j', (changes, expected) => {
    expect(fields(dialogueProblems({ ...body, ...changes }))).toEqual(expected);
  });
});

describe('an event', () => {
  const body: EventBody = {
    kind: 'oas',
    year: 2024,
    heldOn: '2024-10-11',
    heldPrecision: 'day',
    nameEn: 'Event',
    nameEs: 'Evento',
    sources,
  };
  it.each<[Partial<EventBody>, string[]]>([
    [{}, []],
    [{ heldOn: null, heldPrecision: 'year' }, []],
    [{ heldOn: null, heldPrecision: 'month' }, ['heldOn']],
    [{ heldOn: '2023-10-11' }, ['heldOn']],
  ])('%j', (changes, expected) => {
    expect(fields(eventProblems({ ...body, ...changes }))).toEqual(expected);
  });
});

describe('the Support Platform', () => {
  const chair = { nameEn: 'A', nameEs: 'A', fromYear: 2022, periodEn: '2022', periodEs: '2022', sources };
  const body: PlatformBody = { launched: 2019, members: [], chairs: [chair], notes: [], sources };
  it.each<[Partial<PlatformBody>, string[]]>([
    [{}, []],
    [{ chairs: [{ ...chair, untilYear: 2022 }] }, []],
    [{ chairs: [{ ...chair, untilYear: 2021, sources: [] }] }, ['chairs[0].untilYear', 'chairs[0].sources']],
    [
      { members: [{ kind: 'state', nameEn: 'A', nameEs: 'A', fromYear: 2020, untilYear: 2019 }] },
      ['members[0].untilYear'],
    ],
  ])('%j', (changes, expected) => {
    expect(fields(platformProblems({ ...body, ...changes }))).toEqual(expected);
  });
});

describe('a good practice', () => {
  const practice: CreateGoodPractice = {
    stateCode: 'MX',
    areaKey: 'protection',
    year: 2024,
    titleEn: 'Window',
    titleEs: 'Ventanilla',
    commitments: ['MX-03'],
    adoptions: [{ stateCode: 'HN', source: 'Annual Report' }],
    sources,
  };
  const known = {
    areas: new Set(['protection']),
    states: new Set(['MX', 'HN']),
    commitments: new Set(['MX-03']),
  };
  const by = (...codes: string[]) => codes.map((stateCode) => ({ stateCode, source: 'Report' }));
  it.each<[Partial<CreateGoodPractice>, string[]]>([
    [{}, []],
    [{ areaKey: 'nothing', commitments: ['GT-03'] }, ['areaKey', 'commitments[0]']],
    [{ adoptions: by('MX') }, ['adoptions[0].stateCode']],
    [{ adoptions: by('HN', 'ZZ', 'HN') }, ['adoptions[1].stateCode', 'adoptions[2].stateCode']],
  ])('%j', (changes, expected) => {
    expect(fields(practiceProblems({ ...practice, ...changes }, known))).toEqual(expected);
  });
});
