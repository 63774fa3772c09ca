import { describe, expect, it } from '@jest/globals';
import { changedOnly, fieldChanges } from './audit.rules.js';

describe('what changed', () => {
  it('is told field by field, also deep inside', () => {
    expect(
      fieldChanges({ percent: 10, text: { en: 'a', es: 'b' } }, { percent: 20, text: { en: 'a', es: 'c' } }),
    ).toEqual([
      { field: 'percent', before: 10, after: 20 },
      { field: 'text.es', before: 'b', after: 'c' },
    ]);
  });

  it('tells what came and what went', () => {
    expect(fieldChanges({ a: 1, gone: 2 }, { a: 1, come: null })).toEqual([
      { field: 'gone', before: 2 },
      { field: 'come', after: null },
    ]);
  });

  it('is every field of something new or removed, and nothing where nothing is said', () => {
    expect(fieldChanges(null, { a: 1 })).toEqual([{ field: 'a', after: 1 }]);
    expect(fieldChanges({ a: 1 }, null)).toEqual([{ field: 'a', before: 1 }]);
    expect(fieldChanges(null, null)).toEqual([]);
  });

  it('takes lists as a whole', () => {
    expect(fieldChanges({ roles: [1] }, { roles: [1, 2] })).toEqual([
      { field: 'roles', before: [1], after: [1, 2] },
    ]);
  });

  it('is stored without what stayed the same', () => {
    expect(changedOnly({ a: 1, b: { c: 1 } }, { a: 2, b: { c: 1 } })).toEqual([{ a: 1 }, { a: 2 }]);
    expect(changedOnly(null, { a: 2 })).toEqual([null, { a: 2 }]);
  });
});
