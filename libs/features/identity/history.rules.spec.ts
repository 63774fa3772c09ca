import { describe, expect, it } from '@jest/globals';
import type { Actor } from '#platform/http';
import { sightOf } from './history.rules.js';

const actor = (role: string, stateCode: string | null = null): Actor => ({
  userId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11',
  name: 'Ana',
  roles: [{ role, stateCode }],
});

describe('the history of a thing', () => {
  it('is for those who work at home where there are drafts', () => {
    expect(sightOf(actor('focal_point', 'MX'), 'update')).toEqual({ states: ['MX'], regional: false });
    for (const role of ['secretariat', 'presidency'])
      expect(sightOf(actor(role), 'update')).toEqual({ states: [], regional: false });
  });

  it('is for everybody who works with it where all is public', () => {
    expect(sightOf(actor('secretariat'), 'pledge')).toEqual({ states: 'all', regional: true });
  });

  it('is for nobody else where it is about a person', () => {
    expect(sightOf(actor('national_coordinator', 'MX'), 'user')).toEqual({ states: [], regional: false });
  });

  it('is whole for administrators', () => {
    expect(sightOf(actor('administrator'), 'update')).toEqual({ states: 'all', regional: true });
  });
});
