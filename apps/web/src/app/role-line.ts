import type { TFunction } from 'i18next';
import type { Me } from './session';

/** "National coordinator (MX), Administrator". */
export const roleLine = (t: TFunction, me: Pick<Me, 'roles'>): string =>
  [
    ...new Set(
      me.roles.map(({ role, stateCode }) => `${t(`role.${role}`)}${stateCode ? ` (${stateCode})` : ''}`),
    ),
  ].join(', ');
