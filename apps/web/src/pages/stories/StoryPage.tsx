import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isProblem } from '~/api/problem';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { BothText } from '~/ui/BothText';
import { Loaded } from '~/ui/Loaded';
import { notify } from '~/ui/notice';
import { PageTitle } from '~/ui/PageTitle';
import { Facts, Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { type Story, storyQuery, useMoveStory } from './queries';

const route = getRouteApi('/app/stories/$id');

/** What publishing looks at. */
const PUBLISHING = ['consentOn', 'consentRef', 'textEn', 'textEs', 'photoCredit', 'photoConsentOn'] as const;

/** One story, with what its consent allows. */
export function StoryPage() {
  const { id } = route.useParams();
  const story = useQuery(storyQuery(id));
  return <Loaded query={story}>{(data) => <StoryView story={data} />}</Loaded>;
}

function StoryView({ story }: { story: Story }) {
  const { t } = useTranslation();
  const { text, day } = useLang();
  const names = useNames();
  const moving = useMoveStory(story);
  const to = story.status === 'draft' ? 'publish' : 'withdraw';
  return (
    <>
      <PageTitle
        title={text(story, 'title')}
        over={`${names.state(story.stateCode)} · ${story.year} · ${t(`story.statusWord.${story.status}`)}`}
      >
        {story.mayWrite && story.status === 'draft' && (
          <Link to="/stories/$id/edit" params={{ id: story.id }}>
            {t('action.edit')}
          </Link>
        )}
        {story.mayWrite && (
          <Button
            variant={to === 'publish' ? 'filled' : 'default'}
            loading={moving.isPending}
            onClick={() => moving.mutate(to, { onSuccess: () => notify(t(`story.done.${to}`)) })}
          >
            {t(`story.move.${to}`)}
          </Button>
        )}
      </PageTitle>
      {moving.isError && <ProblemAlert error={moving.error} />}
      {isProblem(moving.error) && moving.error.fields.length > 0 && (
        <ul>
          {PUBLISHING.flatMap((name) =>
            (isProblem(moving.error) ? moving.error.fields : [])
              .filter(({ field }) => field === name)
              .map(({ detail }) => (
                <li key={name}>
                  <strong>{t(`story.${name}`)}</strong>: {detail}
                </li>
              )),
          )}
        </ul>
      )}
      <Panel title={t('story.one')}>
        <BothText of={story} name="text" />
        {story.nameChanged && <p className="soft">{t('story.nameWasChanged')}</p>}
      </Panel>
      <Panel title={t('story.consent')}>
        <Facts
          rows={[
            [t('story.consentOn'), story.consentOn ? day(story.consentOn) : t('story.missing')],
            ...(story.mayWrite
              ? [[t('story.consentRef'), story.consentRef ?? t('story.missing')] as [string, string]]
              : []),
            [
              t('story.photo'),
              story.photoUrl ? (
                <a key="photo" href={story.photoUrl}>
                  {story.photoCredit ?? story.photoUrl}
                </a>
              ) : (
                t('story.noPhoto')
              ),
            ],
            [
              t('field.commitment'),
              story.commitmentId ? (
                <Link key="commitment" to="/commitments/$id" params={{ id: story.commitmentId }}>
                  {story.commitment}
                </Link>
              ) : (
                '–'
              ),
            ],
          ]}
        />
      </Panel>
      <HistoryPanel entity="story" id={story.id} />
    </>
  );
}
