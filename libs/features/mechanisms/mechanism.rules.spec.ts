import { describe, expect, it } from '@jest/globals';
import type { MechanismBody } from './mechanism.dto.js';
import { mechanismProblems } from './mechanism.rules.js';

const session = (commitments: string[] = []) => ({
  heldOn: '2024-09-01',
  dayPrecision: 'month' as const,
  titleEn: 'Review',
  titleEs: 'Revisión',
  commitments,
});
const agreement = (place: number | null, commitments: string[] = []) => ({
  session: place,
  textEn: 'Publish',
  textEs: 'Publicar',
  status: 'agreed' as const,
  commitments,
});
const body = (changes: Partial<MechanismBody> = {}): MechanismBody => ({
  kind: 'commission',
  nameEn: 'Commission',
  nameEs: 'Comisión',
  sources: ['Annual Report'],
  members: ['MX:COMAR'],
  sessions: [session(['MX-01'])],
  agreements: [agreement(1, ['MX-02'])],
  ...changes,
});
const known = { institutions: new Set(['MX:COMAR']), commitments: new Set(['MX-01', 'MX-02']) };

describe('a mechanism', () => {
  it.each<[string, Partial<MechanismBody>, string[]]>([
    ['is whole', {}, []],
    ['may have agreed something outside of sessions', { agreements: [agreement(null)] }, []],
    ['needs a source', { sources: [' '] }, ['sources']],
    ['names institutions that exist', { members: ['MX:COMAR', 'MX:NOBODY'] }, ['members[1]']],
    [
      'links commitments of its State',
      { sessions: [session(['MX-01', 'GT-01'])] },
      ['sessions[0].commitments[1]'],
    ],
    ['agrees at a session that there is', { agreements: [agreement(2)] }, ['agreements[0].session']],
  ])('%s', (_, changes, fields) => {
    expect(mechanismProblems(body(changes), known).map(({ field }) => field)).toEqual(fields);
  });
});
