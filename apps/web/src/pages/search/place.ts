import type { LinkProps } from '@tanstack/react-router';
import type { SearchHit } from './queries';
import { PUBLIC_PAGES } from './search';

/** The page that shows what was found; undefined when the result itself is all there is. */
export function placeOf(hit: SearchHit, visitor: boolean): LinkProps | undefined {
  const { kind, target, stateCode, year, cycleKey, commitmentId } = hit;
  const id = target ?? '';
  const ofYear = year ? { year: String(year) } : {};
  if (visitor && !PUBLIC_PAGES[kind]) return undefined;
  if (visitor && (kind === 'update' || kind === 'fact'))
    return commitmentId ? { to: '/commitments/$id', params: { id: commitmentId } } : stateOf(stateCode, null);
  switch (kind) {
    case 'commitment':
      return { to: '/commitments/$id', params: { id } };
    case 'update':
      return { to: '/updates/$id', params: { id } };
    case 'fact':
      return target ? { to: '/updates/$id', params: { id } } : stateOf(stateCode, cycleKey);
    case 'pledge':
      return { to: '/pledges/$id', params: { id } };
    case 'indicator':
      return { to: '/indicators/$id', params: { id } };
    case 'story':
      return { to: '/stories/$id', params: { id } };
    case 'project':
      return { to: '/projects/$id', params: { id } };
    case 'funding':
      return { to: '/quantification', search: { ...ofYear, ...(stateCode ? { state: stateCode } : {}) } };
    case 'team':
      return { to: '/teams/$key', params: { key: id }, search: ofYear };
    case 'team_update':
      return { to: '/team-updates/$id', params: { id } };
    case 'mechanism':
      return { to: '/mechanisms/$id', params: { id } };
    case 'alliance':
      return { to: '/alliances', search: ofYear };
    case 'partner':
      return { to: '/partners/$id', params: { id } };
    case 'regional':
      return { to: '/regional-plan', search: ofYear };
    case 'institution':
      return undefined;
  }
}

const stateOf = (code: string | null | undefined, cycle: string | null | undefined): LinkProps | undefined =>
  code ? { to: '/states/$code', params: { code }, search: cycle ? { cycle } : {} } : undefined;
