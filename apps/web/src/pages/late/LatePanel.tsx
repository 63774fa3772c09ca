import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { Loaded } from '~/ui/Loaded';
import { FoldingPanel } from '~/ui/FoldingPanel';
import { Sign } from '~/ui/Sign';
import { byState, type LateState } from './late';
import { lateQuery } from './queries';

/** What is late by State, and when somebody was last reminded; for who answers for it. */
export function LatePanel({ cycleKey }: { cycleKey: string }) {
  const { t } = useTranslation();
  const { day } = useLang();
  const names = useNames();
  const mayRead = may(useMe(), 'reminder.read');
  const late = useQuery({ ...lateQuery(cycleKey), enabled: mayRead });
  const columns: Column<LateState>[] = [
    {
      id: 'state',
      header: t('field.state'),
      names: true,
      sort: ({ code }) => names.state(code),
      cell: ({ code, late: count }) => (
        <Link to="/late" search={{ cycle: cycleKey, state: code, ...(count > 0 ? {} : { show: 'all' }) }}>
          {names.state(code)}
        </Link>
      ),
    },
    {
      id: 'late',
      header: t('late.column.late'),
      numeric: true,
      sort: (row) => row.late,
      cell: (row) =>
        row.late === 0 ? (
          0
        ) : (
          <Sign tone="bad" shape="!" text={t('late.lateBy', { n: row.late, days: row.most })} />
        ),
    },
    {
      id: 'open',
      header: t('late.column.open'),
      numeric: true,
      sort: (row) => row.open,
      cell: (row) => row.open,
    },
    {
      id: 'nobody',
      header: t('late.nobody'),
      numeric: true,
      sort: (row) => row.nobodys,
      cell: (row) => row.nobodys,
    },
    {
      id: 'last',
      header: t('late.column.last'),
      numeric: true,
      sort: ({ last }) => (last === null ? null : Date.parse(last)),
      cell: ({ last, failed }) => (
        <>
          {last === null ? t('late.noReminder') : day(last)}
          {failed > 0 && <Sign tone="bad" shape="✕" text={t('late.failures', { count: failed })} />}
        </>
      ),
    },
  ];
  if (!mayRead) return null;
  return (
    <FoldingPanel
      title={t('late.panel')}
      aside={
        <Link to="/late" search={{ cycle: cycleKey }}>
          {t('late.toPage')}
        </Link>
      }
    >
      <Loaded query={late}>
        {({ items, dueOn, reviewByOn }) => (
          <>
            <p className="soft">{t('late.days', { due: day(dueOn), review: day(reviewByOn) })}</p>
            {items.length === 0 ? (
              <p>{t('late.nothingOpen')}</p>
            ) : (
              <DataTable
                caption={t('late.panel')}
                rows={byState(items)}
                columns={columns}
                keyOf={({ code }) => code}
                address="sortLate"
              />
            )}
          </>
        )}
      </Loaded>
    </FoldingPanel>
  );
}
