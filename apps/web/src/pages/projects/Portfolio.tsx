import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { Coverage, Percent } from '~/ui/Percent';
import { money } from './project-text';
import { portfolioQuery, programmesQuery } from './queries';

type Row = Schemas['PortfolioRowDto'];

/** All projects in numbers. Money adds up within a currency only, and a mean says of how many it is. */
export function Portfolio({ programme }: { programme: string | undefined }) {
  const { t } = useTranslation();
  const formats = useLang();
  const { text } = formats;
  const names = useNames();
  const programmes = useQuery(programmesQuery).data;
  const rows = useQuery(portfolioQuery(programme));
  const columns = useMemo((): Column<Row>[] => {
    const known = new Map(programmes?.map((each) => [each.key, text(each, 'name')]));
    const place = (row: Row): string =>
      row.scope === 'all'
        ? t('project.all')
        : row.scope === 'state'
          ? row.key
            ? names.state(row.key)
            : t('regional.region')
          : (known.get(row.key ?? '') ?? row.key ?? '');
    return [
      { id: 'place', header: t('project.place'), names: true, cell: place },
      { id: 'projects', header: t('nav.projects'), numeric: true, cell: (row) => row.projects },
      {
        id: 'percent',
        header: t('project.mean'),
        cell: (row) => (
          <>
            <Percent value={row.meanPercent ?? null} />{' '}
            <Coverage reported={row.withPercent} total={row.projects} />
          </>
        ),
      },
      {
        id: 'money',
        header: t('project.amounts'),
        cell: (row) => (
          <>
            {row.amounts.map((sum) => (
              <div key={sum.currency}>{money(formats, sum.amount, sum.currency)}</div>
            ))}
            {row.withoutAmount > 0 && (
              <span className="soft">{t('project.withoutAmount', { count: row.withoutAmount })}</span>
            )}
          </>
        ),
      },
    ];
  }, [t, formats, text, names, programmes]);
  return (
    <Panel title={t('project.portfolio')}>
      <Loaded query={rows}>
        {(data) =>
          data.length === 0 ? (
            <EmptyState text={t('project.none')} />
          ) : (
            <DataTable
              caption={t('project.portfolio')}
              rows={data}
              columns={columns}
              keyOf={(row) => `${row.scope} ${row.key ?? ''}`}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}
