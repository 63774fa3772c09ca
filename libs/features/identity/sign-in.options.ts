import type { BetterAuthOptions } from 'better-auth';
import type { Config } from '#platform/config';
import { type Database, newId } from '#platform/database';
import type { Logger } from '#platform/log';
import { ownOrigins } from './origin.js';
import { rolesOfGroups } from './oidc.config.js';
import { hashPassword, verifyPassword } from './passwords.js';
import { providerReturn } from './provider-return.js';
import { cookiePrefix, isSecure } from './session-cookie.js';

/** Carries the caller's address to the library; whatever a client sends under this name is not passed on. */
export const ADDRESS_HEADER = 'x-caller-address';

const DAY_S = 24 * 60 * 60;
const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** The sign-in library on our pool and tables. Nobody can register themselves; nothing is reported to anybody. */
export function signInOptions(config: Config, database: Database, logger: Logger): BetterAuthOptions {
  return {
    appName: 'MIRPS',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: config.secret,
    database: database.pool,
    telemetry: { enabled: false },
    trustedOrigins: (request) => ownOrigins(config, request?.headers.get('host') ?? undefined),
    // Sign-in attempts are counted by us, wrong ones only; see SignInAttempts.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    user: {
      modelName: 'auth_users',
      fields: { emailVerified: 'email_verified', ...TIMES },
      additionalFields: { lang: { type: 'string', required: false, input: false } },
    },
    session: {
      modelName: 'auth_sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...TIMES,
      },
      additionalFields: {
        method: { type: 'string', required: false, input: false },
        secondFactorAt: { type: 'date', required: false, input: false, fieldName: 'second_factor_at' },
      },
      expiresIn: 7 * DAY_S,
      updateAge: DAY_S,
    },
    account: {
      modelName: 'auth_accounts',
      updateAccountOnSignIn: false,
      // Nobody registers themselves, so that an address nobody has shown to be theirs yet is one that we invited.
      accountLinking: { requireLocalEmailVerified: false },
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...TIMES,
      },
    },
    verification: { modelName: 'auth_verifications', fields: { expiresAt: 'expires_at', ...TIMES } },
    databaseHooks: {
      user: {
        create: {
          // Only a provider brings people with it, and only those whose groups have a part here.
          before: async () => {
            const { provider, claims } = providerReturn.getStore() ?? {};
            const roles = provider && claims ? rolesOfGroups(provider, claims.groups) : [];
            return Promise.resolve(roles.length > 0 ? undefined : false);
          },
        },
      },
      account: {
        create: {
          before: async (account) => {
            const { provider } = providerReturn.getStore() ?? {};
            if (!provider || !(await isOf(database, account.userId, provider.stateCode))) return false;
            // An address that passes on to somebody else does not bring the account of its earlier owner.
            if (await isAnother(database, account)) return false;
            // We ask the provider nothing later: its tokens are not kept.
            return { data: { ...account, accessToken: null, refreshToken: null, idToken: null } };
          },
        },
      },
      session: {
        create: {
          // Told apart from a wrong password by nobody: the answer is the same.
          before: async (session) => {
            if (!(await isActive(database, session.userId))) return false;
            const back = providerReturn.getStore();
            if (!back) return;
            if (!(await isOf(database, session.userId, back.provider.stateCode))) return false;
            back.userId = session.userId;
            const secondFactorAt = back.claims?.strong ? new Date() : null;
            return { data: { ...session, method: 'provider', secondFactorAt } };
          },
        },
      },
    },
    advanced: {
      cookiePrefix: cookiePrefix(config),
      // The library would put a prefix of its own before ours.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure(config) },
      disableOriginCheck: false,
      database: { generateId: newId },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    logger: {
      level: 'error',
      log: (level, message) => logger[level === 'error' ? 'debug' : 'trace']({ part: 'sign-in' }, message),
    },
  };
}

async function isActive(database: Database, userId: string): Promise<boolean> {
  return (await database.one('SELECT 1 FROM auth_users WHERE id = $1 AND active', [userId])) !== undefined;
}

/** Whether the person is known here as somebody else of the same provider. */
async function isAnother(
  database: Database,
  { userId, providerId, accountId }: { userId: string; providerId: string; accountId: string },
): Promise<boolean> {
  const known = await database.one(
    'SELECT 1 FROM auth_accounts WHERE user_id = $1 AND provider_id = $2 AND account_id <> $3',
    [userId, providerId, accountId],
  );
  return known !== undefined;
}

/** Whether a provider of this State may speak for the person: nobody of another State, nobody with the whole region. */
async function isOf(database: Database, userId: string, stateCode: string): Promise<boolean> {
  const foreign = await database.one(
    `SELECT 1 FROM role_assignments
      WHERE user_id = $1 AND (state_code <> $2 OR role IN ('secretariat', 'administrator')) AND (valid_to IS NULL OR valid_to > now())`,
    [userId, stateCode],
  );
  return foreign === undefined;
}
