import { AsyncLocalStorage } from 'node:async_hooks';
import { genericOAuth } from 'better-auth/plugins';
import { acceptedClaims, type OidcClaims, type OidcProvider } from './oidc.config.js';

/** One return from a provider: what it said, and who that turned out to be. */
export interface ProviderReturn {
  provider: OidcProvider;
  claims?: OidcClaims;
  userId?: string;
}

export const providerReturn = new AsyncLocalStorage<ProviderReturn>();

/** Discovery, PKCE, state, nonce and the check of the ID token are the library's; whom to believe about what is ours. */
export const oidcPlugin = (providers: readonly OidcProvider[]) =>
  genericOAuth({
    config: providers.map((provider) => ({
      providerId: provider.id,
      discoveryUrl: `${provider.issuer}/.well-known/openid-configuration`,
      clientId: provider.clientId,
      clientSecret: provider.clientSecret,
      scopes: ['openid', 'email', 'profile', ...provider.scopes],
      pkce: true,
      requireIdTokenVerification: true,
      mapProfileToUser: (profile) => {
        const claims = acceptedClaims(provider, profile);
        const present = providerReturn.getStore();
        if (present && claims) present.claims = claims;
        // Without an address the library ends the sign-in.
        return {
          email: claims?.email,
          name: claims?.name,
          emailVerified: claims !== undefined,
          image: undefined,
        };
      },
    })),
  });
