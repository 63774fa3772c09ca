import type { Me } from '~/app/session';
import type { Indicator } from './queries';

/** States write the values of the MIRPS' own indicators; what a partner reports is the partner's. */
export const mayObserve = (
  me: Me,
  { frameworkKey }: Pick<Indicator, 'frameworkKey'>,
  stateCode: string | null | undefined,
): boolean =>
  me.permissions.some(
    ({ permission, scope, ...held }) =>
      permission === (frameworkKey === 'mirps' ? 'observation.write' : 'indicator.manage') &&
      (scope === 'all' || (Boolean(stateCode) && held.stateCode === stateCode)),
  );
