import { describe, expect, it } from '@jest/globals';
import { filesBeside, kindOf, papersOf, readableIn, whichOf } from './papers';
import type { Report } from './queries';

const made = (id: string, some: Partial<Report> = {}): Report => ({
  id,
  snapshotId: 'first',
  snapshotNumber: 1,
  cycleKey: '2024-annual',
  kind: 'state',
  subject: 'MX',
  subjectEn: 'Mexico',
  subjectEs: 'México',
  lang: 'es',
  format: 'html',
  state: 'done',
  progress: 100,
  sha256: null,
  bytes: 1,
  again: false,
  error: null,
  createdAt: '2024-12-02T12:00:00Z',
  finishedAt: null,
  ...some,
});
const ids = (reports: readonly Report[]): string[] => reports.map(({ id }) => id);

describe('addresses of short papers', () => {
  it('say what they are and of whom', () => {
    expect(whichOf({ kind: 'state', subject: 'MX' })).toBe('state-mx');
    expect(whichOf({ kind: 'pledges', subject: null })).toBe('pledges');
    expect(whichOf({ kind: 'mid_year', subject: null })).toBe('mid-year');
    expect(['state-mx', 'pledges', 'mid-year', 'annual', 'nothing'].map(kindOf)).toEqual([
      'state',
      'pledges',
      'mid_year',
      undefined,
      undefined,
    ]);
  });

  it('open the finished one of the newest snapshot, and until there is one that which is made again', () => {
    const second = { snapshotId: 'second', snapshotNumber: 2 };
    const all = [
      made('again', { ...second, state: 'queued', again: true }),
      made('of the first'),
      made('of the second', second),
      made('to print', { ...second, format: 'pdf' }),
    ];
    expect(readableIn(all, 'es')?.id).toBe('of the second');
    expect(readableIn(all.slice(0, 1), 'es')?.id).toBe('again');
    expect(readableIn(all, 'en')).toBeUndefined();
  });

  it('give the files of one snapshot, each once', () => {
    const read = made('read');
    const all = [
      made('newer form', { format: 'pdf' }),
      made('older form', { format: 'pdf' }),
      made('in English', { format: 'pdf', lang: 'en' }),
      made('of another', { format: 'docx', snapshotId: 'second' }),
      made('in the making', { format: 'docx', state: 'running' }),
      read,
    ];
    expect(ids(filesBeside(all, read))).toEqual(['newer form', 'in English', 'read']);
  });

  it('are listed once each, the newest cycle first, without what has none', () => {
    const all = [
      made('pledges', { kind: 'pledges', subject: null }),
      made('in English', { lang: 'en' }),
      made('in Spanish'),
      made('newest', { cycleKey: '2025-mid-year' }),
      made('never finished', { subject: 'GT', state: 'running' }),
      made('edition', { kind: 'annual', subject: null }),
      made('to print', { subject: 'HN', format: 'pdf' }),
    ];
    expect(ids(papersOf(all))).toEqual(['newest', 'in English', 'pledges']);
  });
});
