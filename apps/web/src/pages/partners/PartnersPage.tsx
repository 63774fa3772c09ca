import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { statesQuery, useNames } from '~/api/reference';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyList } from '~/ui/EmptyList';
import { Filters } from '~/ui/Filters';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { asked } from '~/app/asked';
import { partnerSheetsQuery, type PartnerSheetSummary } from './queries';

const route = getRouteApi('/app/partners');

/** Partners' years in figures: apart from what the States report. */
export function PartnersPage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const names = useNames();
  const me = useMe();
  const search = route.useMatch({ select: asked });
  const navigate = route.useNavigate();
  const states = useQuery(statesQuery).data ?? [];
  const all = useQuery(partnerSheetsQuery({})).data?.items ?? [];
  const sheets = useQuery(partnerSheetsQuery(search));
  const partners = new Map(all.map((sheet) => [sheet.partner, text(sheet, 'partner')]));
  const years = [...new Set(all.map(({ year }) => String(year)))];
  const columns = useMemo(
    (): Column<PartnerSheetSummary>[] => [
      {
        id: 'title',
        header: t('partner.sheet'),
        names: true,
        sort: (sheet) => text(sheet, 'title'),
        cell: (sheet) => (
          <Link to="/partners/$id" params={{ id: sheet.id }}>
            {text(sheet, 'title')}
          </Link>
        ),
      },
      { id: 'partner', header: t('partner.one'), cell: (sheet) => text(sheet, 'partner') },
      {
        id: 'place',
        header: t('field.state'),
        cell: (sheet) => (sheet.state ? names.state(sheet.state) : t('nav.region')),
      },
      {
        id: 'year',
        header: t('partner.year'),
        numeric: true,
        sort: (sheet) => sheet.year,
        cell: (sheet) => sheet.year,
      },
      {
        id: 'figures',
        header: t('partner.figures'),
        numeric: true,
        sort: (sheet) => sheet.figureCount,
        cell: (sheet) => sheet.figureCount,
      },
    ],
    [t, text, names],
  );
  return (
    <>
      <PageTitle title={t('nav.partners')}>
        {may(me, 'partner.write') && (
          <Button renderRoot={(props) => <Link {...props} to="/partners/new" />}>{t('partner.new')}</Button>
        )}
      </PageTitle>
      <p>{t('partner.apart')}</p>
      <Filters
        search={search}
        choices={[
          {
            name: 'partner',
            label: t('partner.one'),
            options: [...partners].map(([value, label]) => ({ value, label })),
          },
          {
            name: 'state',
            label: t('field.state'),
            options: [
              ...states.map((state) => ({ value: state.code, label: text(state, 'name') })),
              { value: 'REGION', label: t('nav.region') },
            ],
          },
          {
            name: 'year',
            label: t('partner.year'),
            options: years.map((year) => ({ value: year, label: year })),
          },
        ]}
        onChange={(next) => void navigate({ search: next })}
      />
      <Loaded query={sheets}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyList search={search} none={t('partner.none')} />
          ) : (
            <DataTable
              caption={t('nav.partners')}
              rows={items}
              columns={columns}
              keyOf={({ id }) => id}
              address="sort"
            />
          )
        }
      </Loaded>
    </>
  );
}
