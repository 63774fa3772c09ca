import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { SignInMethod } from './identity.vocabulary.js';

/** Whose session, and how they proved who they are. */
export interface SessionToOpen {
  userId: string;
  method: SignInMethod;
  /** They showed a second factor, or one that is as good as two. */
  strong: boolean;
}

const BODY = { method: 'POST' as const, metadata: { $Infer: { body: {} as SessionToOpen } } };

/** Opens sessions for people whom we have recognised ourselves: by a link, a passkey or a code. No address leads here. */
export const openSessions = {
  id: 'open-sessions',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(BODY, async (ctx) => {
      const { userId, method, strong } = ctx.body;
      const user = await ctx.context.internalAdapter.findUserById(userId);
      const session =
        user &&
        (await ctx.context.internalAdapter.createSession(userId, false, {
          method,
          secondFactorAt: strong ? new Date() : null,
        }));
      if (!session) throw new APIError('UNAUTHORIZED');
      await setSessionCookie(ctx, { session, user });
      return ctx.json({ user });
    }),
  },
} satisfies BetterAuthPlugin;
