import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { ServingActivities } from '~/pages/teams/ServingActivities';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { BothText } from '~/ui/BothText';
import { Callout } from '~/ui/Callout';
import { useInstitutionName } from '~/ui/Institutions';
import { Loaded } from '~/ui/Loaded';
import { PageSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { Facts, Panel } from '~/ui/Panel';
import { SourceText } from '~/ui/SourceText';
import { StageSign } from '~/ui/Words';
import { PledgeStage } from './PledgeStage';
import { PledgeUpdateDialog } from './PledgeUpdateDialog';
import { forumsQuery, type Pledge, pledgeQuery } from './queries';

const route = getRouteApi('/app/pledges/$id');

/** A pledge: what it says, which commitments carry it out, and every update that was given. */
export function PledgePage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const { id } = route.useParams();
  const pledge = useQuery(pledgeQuery(id));
  const [reporting, setReporting] = useState(false);
  return (
    <Loaded query={pledge} skeleton={<PageSkeleton />}>
      {(data) => (
        <>
          <PageTitle title={text(data, 'title')} over={<Link to="/pledges">{t('nav.pledges')}</Link>}>
            {data.mayWrite && (
              <>
                <Button onClick={() => setReporting(true)}>{t('pledge.report')}</Button>
                <Link to="/pledges/$id/edit" params={{ id }}>
                  {t('action.edit')}
                </Link>
              </>
            )}
          </PageTitle>
          {reporting && <PledgeUpdateDialog pledge={data} onClose={() => setReporting(false)} />}
          <About pledge={data} />
          <Panel title={t('pledge.commitments')}>
            {data.linkedCommitments.length === 0 ? (
              <p className="soft">{t('pledge.noCommitments')}</p>
            ) : (
              <ul>
                {data.linkedCommitments.map((commitment) => (
                  <li key={commitment.id}>
                    <Link to="/commitments/$id" params={{ id: commitment.id }}>
                      {commitment.code} {text(commitment, 'title')}
                    </Link>{' '}
                    {commitment.stage ? (
                      <StageSign word={commitment.stage} />
                    ) : (
                      <span className="soft">{t('value.notReported')}</span>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <ServingActivities serves={{ pledge: data.id }} />
          <Updates pledge={data} />
          <HistoryPanel entity="pledge" id={data.id} />
        </>
      )}
    </Loaded>
  );
}

function About({ pledge }: { pledge: Pledge }) {
  const { t } = useTranslation();
  const { text, list } = useLang();
  const names = useNames();
  const named = useInstitutionName();
  const forum = useQuery(forumsQuery).data?.find(({ key }) => key === pledge.forum);
  const stated = pledge.updates[0];
  const marked = (field: Pledge['inferred'][number], said: string) =>
    pledge.inferred.includes(field) ? t('pledge.inferred', { said }) : said;
  return (
    <Panel title={t('pledge.about')}>
      <BothText of={pledge} name="description" />
      <Facts
        rows={[
          [t('field.stage'), <PledgeStage key="stage" pledge={pledge} />],
          [t('pledge.forum'), forum ? text(forum, 'name') : pledge.forum],
          [t('pledge.form'), marked('form', t(`pledge.formWord.${pledge.form}`))],
          [
            t('pledge.submitter'),
            pledge.submitterState
              ? names.state(pledge.submitterState)
              : pledge.submitterInstitution
                ? named(pledge.submitterInstitution)
                : t('pledge.notStated'),
          ],
          [t('pledge.area'), marked('areas', list(pledge.areas.map(names.area)) || t('pledge.noArea'))],
          [t('pledge.team'), pledge.team ?? t('pledge.noTeam')],
          [t('pledge.linked'), text(pledge, 'linkedGlobalPledge') || t('pledge.notStated')],
          [t('pledge.sources'), <SourceText key="sources" text={pledge.sources.join(' · ')} />],
        ]}
      />
      {pledge.stageBasis === 'stated' && stated?.reason && (
        <Callout tone="info" title={t('pledge.overridden')}>
          <p>{stated.reason}</p>
          <p className="soft">
            {pledge.derivedStage
              ? t('pledge.derivedSays', { stage: t(`pledge.stageWord.${pledge.derivedStage}`) })
              : t('pledge.derivedNothing')}
          </p>
        </Callout>
      )}
    </Panel>
  );
}

function Updates({ pledge }: { pledge: Pledge }) {
  const { t } = useTranslation();
  const { day } = useLang();
  return (
    <Panel title={t('pledge.updates')}>
      {pledge.updates.length === 0 ? (
        <p className="soft">{t('pledge.noUpdates')}</p>
      ) : (
        <ol reversed>
          {pledge.updates.map((update) => {
            const stage = update.statedStage ?? update.derivedStage;
            return (
              <li key={update.id}>
                <strong>{day(update.asOf)}</strong> {stage && t(`pledge.stageWord.${stage}`)}{' '}
                <span className="soft">
                  {update.supersededAt ? t('pledge.superseded') : t('pledge.inForce')}
                  {update.author ? ` · ${update.author}` : ''}
                </span>
                <BothText of={update} name="account" />
                {update.reason && <p className="soft">{t('pledge.because', { reason: update.reason })}</p>}
              </li>
            );
          })}
        </ol>
      )}
    </Panel>
  );
}
