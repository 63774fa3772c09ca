import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cycle, cyclesQuery, useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { useCycleName } from '~/ui/cycle-name';
import { type Column, DataTable } from '~/ui/DataTable';
import { FoldingPanel } from '~/ui/FoldingPanel';
import type { MatrixView } from './matrix';
import { meanOf } from './matrix';
import type { Cell } from './queries';

interface Row {
  code: string;
  cell: Cell;
}

/** How far the mean of each State moved since the last cycle of the same kind, and since the last of the other. */
export function ChangePanel({ view, cycleKey }: { view: MatrixView; cycleKey: string }) {
  const { t } = useTranslation();
  const { percent } = useLang();
  const names = useNames();
  const name = useCycleName();
  const points = usePoints();
  const cycles = useQuery(cyclesQuery).data;
  const { same, other } = useMemo(() => cyclesBefore(cycles ?? [], cycleKey), [cycles, cycleKey]);
  const rows: Row[] = [
    ...view.rows.flatMap(({ stateCode, total }) => (total ? [{ code: stateCode, cell: total }] : [])),
    ...(view.region ? [{ code: '', cell: view.region }] : []),
  ];
  if (!same && !other) return null;
  const change = (
    id: string,
    before: Cycle,
    value: (cell: Cell) => string | null | undefined,
  ): Column<Row> => ({
    id,
    header: t('region.changeSince', { cycle: name(before.key) }),
    term: 'change',
    numeric: true,
    sort: ({ cell }) => numberOf(value(cell)),
    cell: ({ cell }) => points(value(cell)),
  });
  const columns: Column<Row>[] = [
    {
      id: 'state',
      header: t('field.state'),
      names: true,
      cell: ({ code }) =>
        code === '' ? (
          t('nav.region')
        ) : (
          <Link to="/states/$code" params={{ code }} search={{ cycle: cycleKey }}>
            {names.state(code)}
          </Link>
        ),
    },
    {
      id: 'now',
      header: t('region.meanOverCommitments'),
      term: 'mean_commitments',
      numeric: true,
      sort: ({ cell }) => meanOf(cell),
      cell: ({ cell }) => {
        const mean = meanOf(cell);
        return mean === null ? t('value.notReported') : percent(mean);
      },
    },
    ...(same ? [change('same', same, (cell) => cell.changeSameKind)] : []),
    ...(other ? [change('other', other, (cell) => cell.changeOtherKind)] : []),
  ];
  return (
    <FoldingPanel title={t('region.changes')}>
      <p className="soft">{t('region.changesHint')}</p>
      <DataTable
        caption={t('region.changes')}
        rows={rows}
        columns={columns}
        keyOf={({ code }) => code || 'region'}
        address="sortChanges"
      />
    </FoldingPanel>
  );
}

const numberOf = (text: string | null | undefined): number | null =>
  text === null || text === undefined ? null : Number(text);

/** "▲ +3.5 points"; the sign says what a colour would. */
export function usePoints(): (change: string | null | undefined) => string {
  const { t } = useTranslation();
  const { number } = useLang();
  return (change) => {
    const value = numberOf(change);
    if (value === null) return t('region.notComparable');
    const shape = value > 0 ? '▲ +' : value < 0 ? '▼ −' : '= ';
    return t('region.points', { points: `${shape}${number(Math.abs(value), 1)}` });
  };
}

/** The cycles that a cycle is compared with: the last before it of its own kind, and of the other. */
function cyclesBefore(cycles: Cycle[], key: string): { same?: Cycle; other?: Cycle } {
  const now = cycles.find((cycle) => cycle.key === key);
  if (!now) return {};
  const earlier = cycles
    .filter(
      ({ factsTo, kind }) =>
        factsTo < now.factsTo || (factsTo === now.factsTo && kind !== now.kind && now.kind === 'annual'),
    )
    .sort((a, b) => b.factsTo.localeCompare(a.factsTo));
  return {
    same: earlier.find(({ kind }) => kind === now.kind),
    other: earlier.find(({ kind }) => kind !== now.kind),
  };
}
