import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentCycle, cyclesQuery, useNames } from '~/api/reference';
import { may, mayIn, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { dueQuery } from '~/pages/my-updates/queries';
import { AssignButton } from '~/pages/members/AssignButton';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { AsOf } from '~/ui/AsOf';
import { BothText } from '~/ui/BothText';
import { Loaded } from '~/ui/Loaded';
import { PageSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { Panel } from '~/ui/Panel';
import { CommitmentFacts } from './CommitmentFacts';
import { CommitmentLinks } from './links/CommitmentLinks';
import { commitmentQuery, eventsQuery } from './queries';
import { Timeline } from './Timeline';

const route = getRouteApi('/app/commitments/$id');

/** A commitment: its words, who answers for it, and every update that was made on it. */
export function CommitmentPage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const { id } = route.useParams();
  const me = useMe();
  const names = useNames();
  const commitment = useQuery(commitmentQuery(id));
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  const events = useQuery(eventsQuery(id));
  const owed = useQuery({ ...dueQuery, enabled: may(me, 'update.write') }).data;
  const due = owed?.some((item) => item.commitmentId === id);
  const open = currentCycle(useQuery(cyclesQuery).data ?? []);
  return (
    <Loaded query={commitment} skeleton={<PageSkeleton />}>
      {(data) => {
        const version = data.versions.find((each) => each.planStatus === 'adopted') ?? data.versions[0];
        if (!version) return null;
        const over = (
          <>
            <Link to="/states/$code" params={{ code: data.stateCode }} search={{}}>
              {names.state(data.stateCode)}
            </Link>{' '}
            · {names.area(version.areaKey)} · {data.code}
          </>
        );
        return (
          <>
            <PageTitle title={text(version, 'title')} over={over}>
              {open?.state === 'open' && due && (
                <Link to="/my-updates/$cycle/$commitment" params={{ cycle: open.key, commitment: id }}>
                  {t('commitment.report')}
                </Link>
              )}
            </PageTitle>
            <AsOf of={[commitment, events]} />
            <Panel
              title={t('commitment.about')}
              aside={
                mayIn(me, 'member.manage', data.stateCode) && (
                  <AssignButton
                    stateCode={data.stateCode}
                    commitmentId={id}
                    code={data.code}
                    label={t('member.assignFocalPoints')}
                  />
                )
              }
            >
              <BothText of={version} name="summary" />
              <CommitmentFacts version={version} focalPoints={data.focalPoints} />
            </Panel>
            <CommitmentLinks commitmentId={id} />
            <Panel title={t('commitment.timeline')}>
              <Loaded query={events}>
                {(all) => (
                  <Timeline
                    events={all}
                    chosen={show}
                    onChoose={(group) =>
                      void navigate({
                        search: group ? { show: group } : {},
                        replace: true,
                        resetScroll: false,
                      })
                    }
                  />
                )}
              </Loaded>
            </Panel>
            <HistoryPanel entity="commitment" id={id} />
          </>
        );
      }}
    </Loaded>
  );
}
