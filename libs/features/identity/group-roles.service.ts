import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { DomainError } from '#platform/http';
import { type OidcProvider, rolesOfGroups } from './oidc.config.js';
import { RolesService } from './roles.service.js';
import { Sessions } from './sessions.service.js';

/** What a group gives lasts so long after a sign-in; whoever left the group loses it then at the latest. */
const LASTS_MS = 12 * 60 * 60_000;

interface Held {
  id: string;
  role: string;
  institutionId: string | null;
}

const HELD = `
  SELECT id, role, institution_id AS "institutionId" FROM role_assignments
   WHERE user_id = $1 AND provider_id = $2 AND (valid_to IS NULL OR valid_to > $3)`;

/** Keeps the roles that a government's provider gives in step with its groups, at each sign-in through it. */
@Injectable()
export class GroupRoles {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(RolesService) private readonly roles: RolesService,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /** In a transaction. What an administrator has given is left alone. */
  async follow(userId: string, provider: OidcProvider, groups: readonly string[]): Promise<void> {
    const now = this.clock.now();
    const validTo = new Date(now.getTime() + LASTS_MS);
    const held = await this.database.query<Held & Record<string, unknown>>(HELD, [userId, provider.id, now]);
    const wanted = rolesOfGroups(provider, groups);
    const fits = (have: Held, want: { role: string; institutionId?: string }): boolean =>
      have.role === want.role && have.institutionId === (want.institutionId ?? null);
    for (const have of held)
      if (!wanted.some((want) => fits(have, want)))
        await this.roles.end(userId, have.id, `${provider.id}: no longer in the group`);
    for (const want of wanted) {
      const have = held.find((each) => fits(each, want));
      if (have)
        await this.database.execute('UPDATE role_assignments SET valid_to = $2 WHERE id = $1', [
          have.id,
          validTo,
        ]);
      else await this.give(userId, provider, want, validTo);
    }
    this.sessions.forgetUser(userId);
  }

  private async give(
    userId: string,
    { id, stateCode }: OidcProvider,
    want: { role: string; institutionId?: string },
    validTo: Date,
  ): Promise<void> {
    try {
      await this.database.savepoint(async () => {
        const given = await this.roles.grant(userId, { ...want, stateCode, validTo: validTo.toISOString() });
        await this.database.execute('UPDATE role_assignments SET provider_id = $2 WHERE id = $1', [
          given.id,
          id,
        ]);
      });
    } catch (error) {
      // They hold it already, because somebody here gave it to them.
      if (!(error instanceof DomainError && error.code === 'conflict')) throw error;
    }
  }
}
