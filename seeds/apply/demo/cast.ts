import { InstitutionsService } from '#features/states';
import { UsersService } from '#features/identity';
import { type Actor, runAs, SYSTEM } from '#platform/http';
import { type PersonSeed, readPeople, type RoleSeed } from '../../demo/index.js';
import type { SeedServices } from '../seed.js';

/** One person who can sign in to the demo. */
export interface DemoSignIn {
  email: string;
  password: string;
  name: string;
  /** The role that the person holds today; `public` for a reader without one. */
  role: string;
  state: string | null;
}

/** The people of the demo, who act through the services as themselves. */
export class Cast {
  private readonly people = new Map<
    string,
    { userId: string; seed: PersonSeed; grants: (Actor['roles'][number] & RoleSeed)[] }
  >();

  /** Makes every person known who is not yet. */
  static async enter(services: SeedServices, password: string): Promise<Cast> {
    const cast = new Cast();
    const users = services.get(UsersService);
    const institutions = services.get(InstitutionsService);
    await runAs(SYSTEM, async () => {
      const keys = new Set(
        readPeople().users.flatMap((person) => person.roles.flatMap((role) => role.institutionKey ?? [])),
      );
      const ids = new Map<string, string>();
      for (const key of keys) ids.set(key, (await institutions.get(key)).id);
      for (const person of readPeople().users) {
        const grants = person.roles.map((role) => ({
          ...role,
          institutionId: role.institutionKey ? (ids.get(role.institutionKey) ?? null) : null,
        }));
        const { id } = await users.create({
          email: person.email,
          name: person.name,
          lang: person.lang,
          password,
          roles: grants.map(({ role, stateCode, institutionId, teamKey, validFrom, validTo }) => ({
            ...{ role, stateCode, institutionId, teamKey },
            validFrom: instant(validFrom),
            validTo: validTo && instant(validTo),
          })),
        });
        cast.people.set(person.email, { userId: id, seed: person, grants });
      }
    });
    return cast;
  }

  /** A person with the roles of a day. @throws Error for somebody who is not in the cast */
  actor(email: string, on: Date): Actor {
    const person = this.people.get(email);
    if (!person) throw new Error(`Nobody in the demo is ${email}.`);
    const day = on.toISOString().slice(0, 10);
    const roles = person.grants.filter(
      ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo),
    );
    return { userId: person.userId, name: person.seed.name, roles, lang: person.seed.lang };
  }

  userId(email: string): string {
    return this.actor(email, new Date()).userId ?? '';
  }

  /** Who holds a role on a day, in a State if named. @throws Error when nobody does */
  holder(role: string, stateCode: string | null, on: Date): Actor {
    for (const email of this.people.keys()) {
      const actor = this.actor(email, on);
      if (
        actor.roles.some(
          (grant) => grant.role === role && (stateCode === null || grant.stateCode === stateCode),
        )
      )
        return actor;
    }
    throw new Error(`Nobody is ${role} of ${stateCode ?? 'the region'} on ${on.toISOString()}.`);
  }

  /** Everybody with the role that they hold on a day; `public` for who holds none, or no longer. */
  signIns(password: string, on: Date): DemoSignIn[] {
    return [...this.people.values()].map(({ seed: { email, name } }) => {
      const role = this.actor(email, on).roles[0];
      return { email, password, name, role: role?.role ?? 'public', state: role?.stateCode ?? null };
    });
  }
}

/** Days of roles begin at midnight in the middle of the region. */
const instant = (day: string): string => `${day}T06:00:00Z`;
