import type { BetterAuthOptions } from 'better-auth';
import type { Config } from '#platform/config';
import { type Database, newId } from '#platform/database';
import type { Logger } from '#platform/log';
import { ownOrigins } from './origin.js';
import { hashPassword, verifyPassword } from './passwords.js';
import { COOKIE_PREFIX, isSecure } from './session-cookie.js';

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
      // Told apart from a wrong password by nobody: the answer is the same.
      session: {
        create: {
          before: async (session) => ((await isActive(database, session.userId)) ? undefined : false),
        },
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: isSecure(config),
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
