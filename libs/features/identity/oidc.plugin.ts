import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { acceptedClaims, type OidcProvider } from './oidc.config.js';
import { providerReturn } from './provider-return.js';

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
