import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { teamsQuery } from '~/pages/teams/queries';
import type { SavedView } from './queries';

type Audience = Pick<SavedView, 'sharedState' | 'sharedTeam' | 'sharedBody'>;

/** With whom the person may share a view, by a word for each, and what those are called. */
export function useAudience() {
  const { t } = useTranslation();
  const { text } = useLang();
  const names = useNames();
  const held = useMe().permissions.filter(({ permission }) => permission === 'view.share');
  const teams = useQuery({ ...teamsQuery, enabled: held.some(({ teamKey }) => teamKey) }).data;
  const nameOf = ({ sharedState, sharedTeam, sharedBody }: Audience): string => {
    if (sharedBody) return t(`role.${sharedBody}`);
    if (sharedState) return names.state(sharedState);
    const team = teams?.find(({ key }) => key === sharedTeam);
    return team ? text(team, 'name') : (sharedTeam ?? '');
  };
  const all = held.map(({ scope, role, stateCode, teamKey }): Audience => {
    if (role === 'secretariat') return { sharedBody: role };
    return scope === 'own_team' ? { sharedTeam: teamKey } : { sharedState: stateCode };
  });
  const byWord = new Map(all.map((audience) => [wordOf(audience), audience]));
  return { byWord, nameOf, wordOf };
}

const wordOf = ({ sharedState, sharedTeam, sharedBody }: Audience): string =>
  sharedState ?? sharedTeam ?? sharedBody ?? '';
