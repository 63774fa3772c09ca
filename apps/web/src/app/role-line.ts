import type { TFunction } from 'i18next';
import type { Me } from './session';

/** "National coordinator (MX), Administrator". */
export const roleLine = (
  t: TFunction,
  me: { roles: readonly Pick<Me['roles'][number], 'role' | 'stateCode'>[] },
): string =>
  [
    ...new Set(
      me.roles.map(({ role, stateCode }) => `${t(`role.${role}`)}${stateCode ? ` (${stateCode})` : ''}`),
    ),
  ].join(', ');
