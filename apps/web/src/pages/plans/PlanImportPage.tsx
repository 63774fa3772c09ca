import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { ImportForm } from '~/pages/imports/ImportForm';
import { importKindsQuery } from '~/pages/imports/queries';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { planQuery } from './queries';

const route = getRouteApi('/app/plans/$id/import');

/** Commitments from a file into a draft: checked first, then taken. */
export function PlanImportPage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const { id } = route.useParams();
  const plan = useQuery(planQuery(id));
  const kinds = useQuery(importKindsQuery);
  return (
    <Loaded query={plan}>
      {(draft) => (
        <>
          <PageTitle
            title={t('plan.importTitle')}
            over={
              <Link to="/plans/$id" params={{ id }}>
                {text(draft, 'title')} · {t('plan.versionN', { n: draft.versionNumber })}
              </Link>
            }
          />
          <p>{t('plan.importText', { state: draft.stateCode })}</p>
          <Loaded query={kinds}>
            {(all) => {
              const kind = all.find((each) => each.kind === 'commitments');
              return kind && <ImportForm kind={kind} />;
            }}
          </Loaded>
        </>
      )}
    </Loaded>
  );
}
