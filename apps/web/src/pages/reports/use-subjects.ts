import { useQuery } from '@tanstack/react-query';
import { areasQuery, statesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { teamsQuery } from '~/pages/teams/queries';
import { hasSubject, type Kind } from './kinds';

interface Choice {
  value: string;
  label: string;
}

/** Whatever a kind of report can be about, by name. */
export function useSubjects(kind: Kind | undefined): Choice[] {
  const { text } = useLang();
  const states = useQuery({ ...statesQuery, enabled: kind === 'state' }).data ?? [];
  const teams = useQuery({ ...teamsQuery, enabled: kind === 'team' }).data ?? [];
  const areas = useQuery({ ...areasQuery, enabled: kind === 'area' }).data ?? [];
  if (!hasSubject(kind)) return [];
  return {
    state: states.map((state) => ({ value: state.code, label: text(state, 'name') })),
    team: teams.map((team) => ({ value: team.key, label: text(team, 'name') })),
    area: areas
      .filter(({ shared }) => shared)
      .map((area) => ({ value: area.key, label: text(area, 'name') })),
  }[kind];
}
