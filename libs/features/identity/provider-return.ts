import { AsyncLocalStorage } from 'node:async_hooks';
import type { OidcClaims, OidcProvider } from './oidc.config.js';

/** One return from a provider: what it said, and who that turned out to be. */
export interface ProviderReturn {
  provider: OidcProvider;
  claims?: OidcClaims;
  userId?: string;
}

/** The return in hand, for the sign-in library's hooks; nothing when somebody signs in in another way. */
export const providerReturn = new AsyncLocalStorage<ProviderReturn>();
