import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { holds, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { money } from '~/pages/projects/project-text';
import type { Column } from '~/ui/DataTable';
import { Sign } from '~/ui/Sign';
import { SourceText } from '~/ui/SourceText';
import type { Edited } from './fields';
import { Change, Listed } from './Listed';
import {
  type Contribution,
  contributionsQuery,
  type Need,
  needsQuery,
  type Rate,
  ratesQuery,
} from './queries';

interface ListProps {
  search: { year?: number; state?: string };
  onEdit: (edited: Edited) => void;
}

/** Who may write what belongs to a State; without one: to the region. */
function useMayWrite(): (state?: string | null) => boolean {
  const me = useMe();
  return (state) =>
    holds(me, 'secretariat') ||
    holds(me, 'administrator') ||
    (state !== null && holds(me, 'national_coordinator', state));
}

const sourcesOf = (sources: string[]): ReactNode => <SourceText text={sources.join(' · ')} />;

/** What commitments cost, as their States say. */
export function Needs({ search, onEdit }: ListProps) {
  const { t } = useTranslation();
  const formats = useLang();
  const mayWrite = useMayWrite();
  const columns: Column<Need>[] = [
    {
      id: 'commitment',
      header: t('quantification.commitment'),
      names: true,
      cell: (need) => (
        <Link to="/commitments/$id" params={{ id: need.commitmentId }}>
          {need.commitment}
        </Link>
      ),
    },
    { id: 'year', header: t('quantification.year'), sort: (need) => need.year, cell: (need) => need.year },
    {
      id: 'own',
      header: t('quantification.own'),
      numeric: true,
      cell: (need) => money(formats, need.ownResources, need.currency) ?? t('project.notStated'),
    },
    {
      id: 'sought',
      header: t('quantification.sought'),
      numeric: true,
      cell: (need) => money(formats, need.cooperationSought, need.currency) ?? t('project.notStated'),
    },
    { id: 'sources', header: t('pledge.sources'), cell: ({ sources }) => sourcesOf(sources) },
    {
      id: 'edit',
      header: t('quantification.change'),
      cell: (row) =>
        mayWrite(row.state) && (
          <Change of={`${row.commitment} ${row.year}`} onClick={() => onEdit({ kind: 'need', row })} />
        ),
    },
  ];
  return (
    <Listed
      title={t('quantification.needs')}
      query={useQuery(needsQuery(search))}
      columns={mayWrite() ? columns : columns.slice(0, -1)}
      keyOf={({ id }) => id}
      address="sortNeeds"
      search={search}
      onAdd={mayWrite() ? () => onEdit({ kind: 'need', row: null }) : undefined}
    />
  );
}

/** Who gives, to what, and whether it was only announced. */
export function Contributions({ search, platform, onEdit }: ListProps & { platform?: 'yes' | 'no' }) {
  const { t } = useTranslation();
  const formats = useLang();
  const names = useNames();
  const mayWrite = useMayWrite();
  const asked = platform ? { ...search, supportPlatform: platform === 'yes' } : search;
  const columns: Column<Contribution>[] = [
    {
      id: 'contributor',
      header: t('quantification.contributor'),
      names: true,
      cell: (row) => formats.text(row, 'contributor'),
    },
    { id: 'year', header: t('quantification.year'), sort: (row) => row.year, cell: (row) => row.year },
    {
      id: 'amount',
      header: t('project.amount'),
      numeric: true,
      cell: (row) => (
        <>
          {money(formats, row.amount, row.currency)}{' '}
          {row.announced && <Sign tone="quiet" shape="○" text={t('quantification.announced')} />}
        </>
      ),
    },
    {
      id: 'platform',
      header: t('quantification.platform'),
      cell: (row) => t(`quantification.${row.supportPlatformMember ? 'yes' : 'no'}`),
    },
    {
      id: 'for',
      header: t('quantification.for'),
      cell: (row) =>
        [row.commitment, row.project, row.state && names.state(row.state), row.area && names.area(row.area)]
          .filter(Boolean)
          .join(' · ') || t('quantification.region'),
    },
    { id: 'sources', header: t('pledge.sources'), cell: ({ sources }) => sourcesOf(sources) },
    {
      id: 'edit',
      header: t('quantification.change'),
      cell: (row) =>
        mayWrite(row.state ?? row.commitment?.slice(0, 2) ?? null) && (
          <Change of={row.key} onClick={() => onEdit({ kind: 'contribution', row })} />
        ),
    },
  ];
  return (
    <Listed
      title={t('quantification.contributions')}
      query={useQuery(contributionsQuery(asked))}
      columns={mayWrite() ? columns : columns.slice(0, -1)}
      keyOf={({ key }) => key}
      address="sortContributions"
      search={asked}
      onAdd={mayWrite() ? () => onEdit({ kind: 'contribution', row: null }) : undefined}
    />
  );
}

/** The exchange rates that somebody stated: sums go by these and by no other. */
export function Rates({ onEdit }: Pick<ListProps, 'onEdit'>) {
  const { t } = useTranslation();
  const { day } = useLang();
  const mayWrite = useMayWrite()(null);
  const columns: Column<Rate>[] = [
    {
      id: 'pair',
      header: t('quantification.rate'),
      names: true,
      cell: (row) => `1 ${row.from} = ${row.rate} ${row.to}`,
    },
    { id: 'asOf', header: t('quantification.asOf'), sort: (row) => row.asOf, cell: (row) => day(row.asOf) },
    { id: 'source', header: t('quantification.source'), cell: (row) => <SourceText text={row.source} /> },
    {
      id: 'edit',
      header: t('quantification.change'),
      cell: (row) => (
        <Change of={`${row.from} ${row.to} ${row.asOf}`} onClick={() => onEdit({ kind: 'rate', row })} />
      ),
    },
  ];
  return (
    <Listed
      title={t('quantification.rates')}
      query={useQuery(ratesQuery)}
      columns={mayWrite ? columns : columns.slice(0, -1)}
      keyOf={(row) => `${row.from} ${row.to} ${row.asOf}`}
      address="sortRates"
      search={{}}
      onAdd={mayWrite ? () => onEdit({ kind: 'rate', row: null }) : undefined}
    />
  );
}
