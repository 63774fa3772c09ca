import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { money } from '~/pages/projects/project-text';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { GapChart } from './GapChart';
import { type Gap, gapsQuery, type Total } from './queries';

/** What remains to be funded in a year: the region, each State, each area. What has no stated rate stands apart. */
export function GapPanel({ year, currency }: { year: number; currency: string }) {
  const { t } = useTranslation();
  const formats = useLang();
  const names = useNames();
  const gaps = useQuery(gapsQuery(year, currency));
  const place = useCallback(
    ({ scope, key }: Gap): string => {
      if (scope === 'region') return t('quantification.region');
      if (!key) return t('quantification.noArea');
      return scope === 'state' ? names.state(key) : names.area(key);
    },
    [t, names],
  );
  const columns = useMemo((): Column<Gap>[] => {
    const total = (of: Total) => (
      <>
        {money(formats, of.amount, of.currency) ?? (
          <span className="soft">{t('quantification.notKnown')}</span>
        )}
        {of.apart.map((each) => (
          <div key={each.currency} className="soft">
            {t('quantification.apart', { money: money(formats, each.amount, each.currency) })}
          </div>
        ))}
      </>
    );
    return [
      { id: 'place', header: t('quantification.place'), names: true, sort: place, cell: place },
      {
        id: 'quantified',
        header: t('quantification.quantified'),
        term: 'quantification',
        numeric: true,
        cell: (row) => row.quantified,
      },
      { id: 'own', header: t('quantification.own'), numeric: true, cell: (row) => total(row.ownResources) },
      { id: 'sought', header: t('quantification.sought'), numeric: true, cell: (row) => total(row.sought) },
      { id: 'funded', header: t('quantification.funded'), numeric: true, cell: (row) => total(row.funded) },
      {
        id: 'announced',
        header: t('quantification.announced'),
        term: 'announced',
        numeric: true,
        cell: (row) => total(row.announced),
      },
      {
        id: 'gap',
        header: t('quantification.gap'),
        term: 'gap',
        numeric: true,
        sort: (row) => (row.gap ? Number(row.gap) : null),
        cell: (row) => (
          <>
            <strong>{money(formats, row.gap, row.sought.currency) ?? t('quantification.notKnown')}</strong>
            {row.leftOut.map(({ currency: of, count }) => (
              <div key={of} className="soft">
                {t('quantification.leftOut', { count, currency: of })}
              </div>
            ))}
          </>
        ),
      },
    ];
  }, [t, formats, place]);
  const title = t('quantification.gapOf', { year });
  return (
    <Panel title={title}>
      <p className="soft">{t('quantification.how')}</p>
      <Loaded query={gaps}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState text={t('quantification.nothing', { year })} />
          ) : (
            <>
              <GapChart rows={rows} year={year} currency={currency} place={place} />
              <DataTable
                caption={title}
                rows={rows}
                columns={columns}
                keyOf={(row) => `${row.scope} ${row.key ?? ''}`}
                address="sortGap"
              />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
