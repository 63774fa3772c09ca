import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { acceptedClaims, type OidcProvider } from './oidc.config.js';
import { providerReturn } from './provider-return.js';

/**
 * Discovery, PKCE, state, nonce and the check of the ID token are the library's; whom to believe about what is ours.
 * @param issuerOf what a provider calls itself in its own description, by which the library checks its tokens
 */
export const oidcPlugin = (
  providers: readonly OidcProvider[],
  issuerOf: (id: string) => Promise<string | undefined>,
) =>
  genericOAuth({
    config: providers.map((provider) => ({
      providerId: provider.id,
      discoveryUrl: `${provider.issuer}/.well-known/openid-configuration`,
      clientId: provider.clientId,
      clientSecret: provider.clientSecret,
      scopes: ['openid', 'email', 'profile', ...provider.scopes],
      pkce: true,
      requireIdTokenVerification: true,
      mapProfileToUser: async (profile) => {
        const issuer = (await issuerOf(provider.id))?.replace(/\/$/, '');
        // Whoever answers at the issuer's address and calls itself by another name speaks for nobody.
        const claims = issuer === provider.issuer ? acceptedClaims(provider, profile) : undefined;
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
