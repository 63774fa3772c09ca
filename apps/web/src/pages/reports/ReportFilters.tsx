import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Filters } from '~/ui/Filters';
import { useAsk } from '~/ui/use-order';
import { hasSubject, KINDS, kindWord, type ReportsSearch, reportsSearchOf } from './kinds';
import { useSubjects } from './use-subjects';

const route = getRouteApi('/app/reports');

/** Narrows the list of reports to a kind, and to what it is about. */
export function ReportFilters() {
  const { t } = useTranslation();
  const { cycle, kind, subject } = route.useSearch();
  const ask = useAsk<ReportsSearch>();
  const subjects = useSubjects(kind);
  return (
    <Filters
      search={{ ...(kind ? { kind } : {}), ...(subject === undefined ? {} : { subject }) }}
      choices={[
        {
          name: 'kind',
          label: t('reports.kindLabel'),
          options: KINDS.map((value) => ({ value, label: kindWord(t, value) })),
        },
        ...(hasSubject(kind)
          ? [{ name: 'subject' as const, label: t(`reports.subject.${kind}`), options: subjects }]
          : []),
      ]}
      onChange={(chosen) => {
        const told = chosen.kind === kind ? chosen : { kind: chosen.kind };
        ask(reportsSearchOf({ ...told, ...(cycle === undefined ? {} : { cycle }) }), { replace: true });
      }}
    />
  );
}
