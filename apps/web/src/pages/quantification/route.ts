import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export interface QuantificationSearch {
  year?: string;
  currency?: string;
  state?: string;
  platform?: 'yes' | 'no';
}

export const quantificationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/quantification',
  validateSearch: ({ year, currency, state, platform }: Record<string, unknown>): QuantificationSearch => ({
    ...(/^20\d\d$/.test(String(year)) ? { year: String(year) } : {}),
    ...(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { currency } : {}),
    ...(typeof state === 'string' ? { state } : {}),
    ...(platform === 'yes' || platform === 'no' ? { platform } : {}),
  }),
  component: laterPage(() => import('./QuantificationPage'), 'QuantificationPage'),
});
