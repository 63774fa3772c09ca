import { useQuery } from '@tanstack/react-query';
import { useNames } from '~/api/reference';
import { useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { teamsQuery } from '~/pages/teams/queries';
import type { SavedView } from './queries';

type Audience = Pick<SavedView, 'sharedState' | 'sharedTeam'>;

/** With whom the person may share a view, by a word for each, and what those are called. */
export function useAudience() {
  const { text } = useLang();
  const names = useNames();
  const held = useMe().permissions.filter(({ permission }) => permission === 'view.share');
  const teams = useQuery({ ...teamsQuery, enabled: held.some(({ teamKey }) => teamKey) }).data;
  const nameOf = ({ sharedState, sharedTeam }: Audience): string => {
    if (sharedState) return names.state(sharedState);
    const team = teams?.find(({ key }) => key === sharedTeam);
    return team ? text(team, 'name') : (sharedTeam ?? '');
  };
  const all = held.map(({ scope, stateCode, teamKey }): Audience =>
    scope === 'own_team' ? { sharedTeam: teamKey } : { sharedState: stateCode },
  );
  const byWord = new Map(all.map((audience) => [wordOf(audience), audience]));
  return { byWord, nameOf, wordOf };
}

const wordOf = ({ sharedState, sharedTeam }: Audience): string => sharedState ?? sharedTeam ?? '';
