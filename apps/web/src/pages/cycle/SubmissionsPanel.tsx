import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Cycle } from '~/api/reference';
import { Term } from '~/glossary/Term';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { submissionsQuery } from './queries';
import { SubmissionRow } from './SubmissionRow';
import classes from './SubmissionsPanel.module.css';

const route = getRouteApi('/app/cycles/$key');

/** What each State has handed in, with the exchange about it. */
export function SubmissionsPanel({ cycle }: { cycle: Cycle }) {
  const { t } = useTranslation();
  const submissions = useQuery(submissionsQuery(cycle.key));
  const { show } = route.useSearch();
  const accepted = submissions.data?.filter((each) => each.state === 'accepted').length ?? 0;
  return (
    <Panel
      anchor="submissions"
      title={<Term of="submission">{t('cycle.submissions')}</Term>}
      aside={
        submissions.data &&
        submissions.data.length > 1 && (
          <span className="soft">{t('cycle.accepted', { n: accepted, total: submissions.data.length })}</span>
        )
      }
    >
      <Loaded query={submissions}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState text={t('cycle.noSubmissions')} />
          ) : (
            <>
              {show === 'missing' && (
                <p>
                  <Link to="/cycles/$key" params={{ key: cycle.key }}>
                    {t('cycle.showAll')}
                  </Link>
                </p>
              )}
              <ul className={classes.list}>
                {list
                  .filter(({ state }) => show !== 'missing' || state === 'open' || state === 'returned')
                  .map((submission) => (
                    <SubmissionRow key={submission.id} cycle={cycle} submission={submission} />
                  ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
