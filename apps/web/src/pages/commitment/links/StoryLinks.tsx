import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { storiesQuery } from '~/pages/stories/queries';
import { Panel } from '~/ui/Panel';

/** Stories about a commitment. */
export function StoryLinks({ commitmentId }: { commitmentId: string }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const stories = useQuery(storiesQuery({ commitment: commitmentId })).data?.items ?? [];
  if (stories.length === 0) return null;
  return (
    <Panel title={t('nav.stories')}>
      <ul>
        {stories.map((story) => (
          <li key={story.id}>
            <Link to="/stories/$id" params={{ id: story.id }}>
              {text(story, 'title')}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
