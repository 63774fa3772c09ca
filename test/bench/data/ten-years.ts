import { createHash } from 'node:crypto';
import type { SnapshotContent } from '#features/rollups';

const UUID = /"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"/g;

/** A snapshot with the plans, updates and facts of another one as often as asked, each time under ids and codes of their own. */
export function manyYears(content: SnapshotContent, years: number): SnapshotContent {
  const { updates, facts, figures, others } = content;
  const { commitments, rows, explanations } = others;
  const own = new Set([...updates, ...facts, ...figures, ...commitments].map(({ id }) => id));
  const once = JSON.stringify({ updates, facts, figures, commitments, rows, explanations });
  type Multiplied = Pick<SnapshotContent, 'updates' | 'facts' | 'figures'> &
    Pick<SnapshotContent['others'], 'commitments' | 'rows' | 'explanations'>;
  const copies = Array.from({ length: years }, (_, year) => {
    const moved = once
      .replace(UUID, (text, id: string) => (own.has(id) ? `"${otherId(id, year)}"` : text))
      .replace(/"code":"([^"]+)"/g, `"code":"$1-${year}"`);
    return JSON.parse(moved) as Multiplied;
  });
  const all = <Key extends keyof Multiplied>(key: Key): Multiplied[Key] =>
    copies.flatMap((copy) => copy[key] as unknown[]) as Multiplied[Key];
  return {
    ...content,
    updates: all('updates'),
    facts: all('facts'),
    figures: all('figures'),
    others: {
      ...others,
      commitments: all('commitments'),
      rows: all('rows'),
      explanations: all('explanations'),
    },
  };
}

const otherId = (id: string, year: number): string =>
  createHash('md5')
    .update(`${year} ${id}`)
    .digest('hex')
    .replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
