import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { BothText } from '~/ui/BothText';
import { Loaded } from '~/ui/Loaded';
import { notify } from '~/ui/notice';
import { PageTitle } from '~/ui/PageTitle';
import { Facts, Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { StoryPhotos } from './photos/StoryPhotos';
import { type Story, storyQuery, useMoveStory } from './queries';
import { Refusals } from './Refusals';

const route = getRouteApi('/app/stories/$id');

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
      <Refusals error={moving.error} />
      <Panel title={t('story.one')}>
        <BothText of={story} name="text" />
        {story.nameChanged && <p className="soft">{t('story.nameWasChanged')}</p>}
      </Panel>
      <StoryPhotos story={story} />
      <Panel title={t('story.consent')}>
        <Facts
          rows={[
            [t('story.consentOn'), story.consentOn ? day(story.consentOn) : t('story.missing')],
            ...(story.mayWrite
              ? [[t('story.consentRef'), story.consentRef ?? t('story.missing')] as [string, string]]
              : []),
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
