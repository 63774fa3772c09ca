import { describe, expect, it } from '@jest/globals';
import { nextOrder, type Sortable, sortedRows } from './row-order.js';

describe('the order of a table', () => {
  it.each<[string, Sortable[], Sortable[], Sortable[]]>([
    ['numbers as numbers', [10, 9, 100], [9, 10, 100], [100, 10, 9]],
    [
      'words as people read them',
      ['Zacapa', 'Ávila', 'avión'],
      ['Ávila', 'avión', 'Zacapa'],
      ['Zacapa', 'avión', 'Ávila'],
    ],
    ['zero before more, and nothing last either way', [null, 2, 0], [0, 2, null], [2, 0, null]],
  ])('puts %s', (_what, rows, up, down) => {
    expect(sortedRows(rows, (value) => value, false)).toEqual(up);
    expect(sortedRows(rows, (value) => value, true)).toEqual(down);
  });

  it('leaves rows of the same value as they came, and the rows themselves alone', () => {
    const rows = [
      { state: 'MX', n: 1 },
      { state: 'BZ', n: 2 },
      { state: 'MX', n: 3 },
    ];
    expect(sortedRows(rows, ({ state }) => state, true).map(({ n }) => n)).toEqual([1, 3, 2]);
    expect(rows.map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  it('goes up, down and back at each press, and up again at another column', () => {
    const presses = ['due', 'due', 'due', 'due', 'state'];
    const seen: unknown[] = [];
    presses.reduce<ReturnType<typeof nextOrder>>((order, id) => {
      const next = nextOrder(order, id);
      seen.push(next);
      return next;
    }, undefined);
    expect(seen).toEqual([
      { id: 'due', desc: false },
      { id: 'due', desc: true },
      undefined,
      { id: 'due', desc: false },
      { id: 'state', desc: false },
    ]);
  });
});
