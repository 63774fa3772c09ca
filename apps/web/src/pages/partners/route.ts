import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export interface PartnerSearch {
  partner?: string;
  state?: string;
  year?: string;
}

const TEXTS = ['partner', 'state', 'year'] as const;

export const partnersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/partners',
  validateSearch: (search: Record<string, unknown>): PartnerSearch =>
    Object.fromEntries(
      TEXTS.flatMap((name) =>
        typeof search[name] === 'string' || typeof search[name] === 'number'
          ? [[name, String(search[name])]]
          : [],
      ),
    ),
  component: laterPage(() => import('./PartnersPage'), 'PartnersPage'),
});

export const newPartnerSheetRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/partners/new',
  component: laterPage(() => import('./PartnerSheetFormPage'), 'NewPartnerSheetPage'),
});

export const partnerSheetRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/partners/$id',
  component: laterPage(() => import('./PartnerSheetPage'), 'PartnerSheetPage'),
});

export const editPartnerSheetRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/partners/$id/edit',
  component: laterPage(() => import('./PartnerSheetFormPage'), 'EditPartnerSheetPage'),
});
