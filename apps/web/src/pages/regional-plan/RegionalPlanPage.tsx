import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/ui/Loaded';
import { PageIndex } from '~/ui/PageIndex';
import { PageTitle } from '~/ui/PageTitle';
import { KindsHistory } from '~/ui/history/KindsHistory';
import { Context } from './Context';
import { Documents } from './Documents';
import { EditDialog } from './EditDialog';
import type { Edited } from './fields';
import { Meetings } from './Meetings';
import { PlanPanel } from './PlanPanel';
import { Presidencies } from './Presidencies';
import { Acronyms, PublishedCounts } from './Published';
import { yearsQuery } from './queries';

const route = getRouteApi('/app/regional-plan');

/** The Regional Action Plan of a year: what it is about, who presides, when the region met, and in which context. */
export function RegionalPlanPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const known = useQuery(yearsQuery);
  const [edited, setEdited] = useState<Edited | null>(null);
  return (
    <Loaded query={known}>
      {({ years, mayWrite }) => {
        const year = search.year ?? years.find((each) => each <= thisYear()) ?? thisYear();
        const edit = mayWrite ? setEdited : undefined;
        const options = [...new Set([year, thisYear(), ...years])].sort().reverse();
        return (
          <>
            <PageTitle title={t('nav.regionalPlan')}>
              <NativeSelect
                aria-label={t('regional.year')}
                value={year}
                data={options}
                onChange={(event) => void navigate({ search: { year: event.currentTarget.value } })}
              />
            </PageTitle>
            <PageIndex
              parts={[
                ['plan', t('regional.plan', { year })],
                ['presidencies', t('regional.presidencies')],
                ['meetings', t('regional.meetings')],
                ['documents', t('regional.documents')],
                ['context', t('regional.context', { year })],
                ['counts', t('regional.counts')],
                ['acronyms', t('regional.acronyms')],
              ]}
            />
            <PlanPanel year={Number(year)} edit={edit} />
            <Presidencies year={Number(year)} edit={edit} />
            <Meetings edit={edit} />
            <Documents edit={edit} />
            <Context year={Number(year)} edit={edit} />
            <PublishedCounts edit={edit} />
            <Acronyms edit={edit} />
            <KindsHistory kinds={KINDS} />
            {edited && <EditDialog edited={edited} onClose={() => setEdited(null)} />}
          </>
        );
      }}
    </Loaded>
  );
}

const KINDS = [
  'regional_plan',
  'presidency',
  'annual_meeting',
  'regional_document',
  'context_figure',
  'published_count',
  'acronym',
] as const;

const thisYear = (): string => String(new Date().getFullYear());
