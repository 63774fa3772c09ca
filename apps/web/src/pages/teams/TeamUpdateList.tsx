import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { useCycleName } from '~/ui/cycle-name';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { ReviewSign } from '~/ui/Words';
import { teamsQuery, teamUpdatesQuery } from './queries';

/** Updates of teams, the last changed first. */
export function TeamUpdateList({
  filter,
  empty,
}: {
  filter: Parameters<typeof teamUpdatesQuery>[0];
  empty: string;
}) {
  const { t } = useTranslation();
  const { text } = useLang();
  const cycleName = useCycleName();
  const teams = useQuery(teamsQuery).data ?? [];
  const nameOf = (key: string): string => {
    const team = teams.find((each) => each.key === key);
    return team ? text(team, 'name') : key;
  };
  return (
    <Loaded query={useQuery(teamUpdatesQuery(filter))}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState text={empty} />
        ) : (
          <ul>
            {items.map((update) => (
              <li key={update.id}>
                <Link to="/team-updates/$id" params={{ id: update.id }}>
                  {nameOf(update.teamKey)} · {cycleName(update.cycleKey)}
                  {update.revision > 1 && ` · ${t('update.revision', { n: update.revision })}`}
                </Link>{' '}
                <ReviewSign word={update.reviewState} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
