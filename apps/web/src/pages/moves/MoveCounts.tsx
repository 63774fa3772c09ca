import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { type Column, DataTable } from '~/ui/DataTable';
import { MOVES } from './moves';
import type { StageMoves } from './queries';

type Row = StageMoves['states'][number];

/** How many commitments of each State moved which way. */
export function MoveCounts({ states, cycleKey }: { states: Row[]; cycleKey: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const columns: Column<Row>[] = [
    {
      id: 'state',
      header: t('field.state'),
      names: true,
      cell: ({ stateCode }) => (
        <Link to="/states/$code" params={{ code: stateCode }} search={{ cycle: cycleKey }}>
          {names.state(stateCode)}
        </Link>
      ),
    },
    {
      id: 'compared',
      header: t('moves.compared'),
      numeric: true,
      sort: ({ compared }) => compared,
      cell: ({ compared }) => compared,
    },
    ...MOVES.map(({ word, shape }): Column<Row> => ({
      id: word,
      header: `${shape} ${t(`moves.word.${word}`)}`,
      numeric: true,
      sort: (row) => row[word],
      cell: (row) => row[word],
    })),
  ];
  return (
    <DataTable
      caption={t('moves.title')}
      rows={states}
      columns={columns}
      keyOf={({ stateCode }) => stateCode}
      address="sortMoves"
    />
  );
}
