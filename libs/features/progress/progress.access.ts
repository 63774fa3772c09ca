import { Inject, Injectable } from '@nestjs/common';
import { AccessService, powersOf } from '#features/identity';
import { Clock } from '#platform/clock';
import type { Statement } from '#platform/database';
import type { Actor } from '#platform/http';
import type { ReviewState } from './progress.vocabulary.js';

/** Which updates somebody may read, as the filters of lists need it. */
export interface ReadScope {
  /** States where everything shows, drafts included. */
  full: 'all' | readonly string[];
  /** States where the person works: everything but the drafts of others. */
  home: readonly string[];
  /** States where everything shows from submission on; contains `full` and `home`. */
  submitted: 'all' | readonly string[];
  userId: string | null;
}

/** Which commitments somebody may write updates of. */
export interface WriteScope {
  /** Every commitment anywhere: the product itself. */
  everywhere: boolean;
  /** Every commitment of these States. */
  states: readonly string[];
  /** In these States, those whose focal point the person is or which these institutions lead. */
  commitmentStates: readonly string[];
  institutionIds: readonly string[];
  userId: string | null;
}

/** What a filter already fixes, so that the access condition can be shorter and an index can answer it. */
export interface KnownFilters {
  stateCode?: string;
  reviewState?: ReviewState;
}

/** Turns the policy table into SQL conditions on `updates`. */
@Injectable()
export class ProgressAccess {
  private readonly reads = new WeakMap<Actor, ReadScope>();
  private readonly writes = new WeakMap<Actor, WriteScope>();

  constructor(
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Condition on commitments: one that no adopted plan ever held is known to those alone who may read its State's drafts. */
  known(actor: Actor, sql: Statement, commitment: string): string {
    const { working } = this.access.reachOf(actor, 'plan.read');
    if (working === 'all') return 'true';
    return `(${commitment}.state_code = ANY(${sql.param(working)}::text[]) OR EXISTS (
      SELECT FROM commitment_versions kv JOIN plans kp ON kp.id = kv.plan_id AND kp.status <> 'draft' WHERE kv.commitment_id = ${commitment}.id))`;
  }

  readScope(actor: Actor): ReadScope {
    let scope = this.reads.get(actor);
    if (!scope) {
      const reach = this.access.reachOf(actor, 'update.read');
      const review = this.access.reachOf(actor, 'update.review').working;
      const full = reach.working === 'all' || review === 'all' ? 'all' : review;
      const working = reach.working === 'all' ? [] : reach.working;
      const home = full === 'all' ? [] : working.filter((state) => !full.includes(state));
      scope = { full, home, submitted: reach.submitted, userId: powersOf(actor) };
      this.reads.set(actor, scope);
    }
    return scope;
  }

  writeScope(actor: Actor): WriteScope {
    let scope = this.writes.get(actor);
    if (!scope) {
      const held = this.access.permissionsOf(actor).filter((grant) => grant.permission === 'update.write');
      const system = actor.roles.some((grant) => grant.role === 'system');
      const statesOf = (...scopes: string[]) =>
        held.flatMap((grant) => (scopes.includes(grant.scope) && grant.stateCode ? [grant.stateCode] : []));
      scope = {
        everywhere: system || held.some((grant) => grant.scope === 'all'),
        states: statesOf('own_state'),
        commitmentStates: statesOf('own_commitments', 'own_institution'),
        institutionIds: held.flatMap((grant) => (grant.institutionId ? [grant.institutionId] : [])),
        userId: powersOf(actor),
      };
      this.writes.set(actor, scope);
    }
    return scope;
  }

  /** Whether the actor reviews the updates of a State. */
  reviews(actor: Actor, stateCode: string): boolean {
    return this.access.may(actor, 'update.review', { stateCode });
  }

  /** Conditions that all must hold for an update `u` to show; none when everything does. */
  visible(scope: ReadScope, sql: Statement, u: string, known: KnownFilters = {}): string[] {
    const { full, home, submitted, userId } = scope;
    const { stateCode, reviewState } = known;
    if (full === 'all' || (stateCode && full.includes(stateCode)) || reviewState === 'published') return [];
    if (reviewState && reviewState !== 'draft') {
      if (submitted === 'all' || (stateCode && submitted.includes(stateCode))) return [];
      return [stateCode ? 'false' : `${u}.state_code = ANY(${sql.param(submitted)})`];
    }
    const ways = [`${u}.review_state = 'published'`];
    if (full.length > 0 && !stateCode) ways.push(`${u}.state_code = ANY(${sql.param(full)})`);
    const homes = stateCode ? home.filter((state) => state === stateCode) : home;
    if (homes.length > 0)
      ways.push(
        `(${u}.state_code = ANY(${sql.param(homes)}) AND (${u}.review_state <> 'draft' OR ${this.mine(sql, u, userId)}))`,
      );
    if (submitted === 'all') ways.push(`${u}.review_state <> 'draft'`);
    return [`(${ways.join(' OR ')})`];
  }

  /** Condition for a fact `f` to show, beside its update `u` if it has one: a fact shows what its update is; a free-standing one has a review of its own. */
  factShows({ full, home, submitted, userId }: ReadScope, sql: Statement, f: string, u: string): string {
    if (full === 'all') return 'true';
    const state = `coalesce(${f}.review_state, ${u}.review_state)`;
    const ways = [`${state} = 'published'`, `${f}.state_code = ANY(${sql.param(full)}::text[])`];
    ways.push(
      `(${f}.state_code = ANY(${sql.param(home)}::text[]) AND (${state} <> 'draft' OR coalesce(${f}.author_id, ${u}.author_id) = ${sql.param(userId)}::uuid))`,
    );
    if (submitted === 'all') ways.push(`${state} <> 'draft'`);
    return `(${ways.join(' OR ')})`;
  }

  /** The day that focal points are looked up for. */
  today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }

  /** Drafts belong to their author and to the focal points of their commitment. */
  private mine(sql: Statement, u: string, userId: string | null): string {
    const [me, today] = [sql.param(userId), sql.param(this.today())];
    return `${u}.author_id = ${me} OR EXISTS (SELECT FROM commitment_focal_points f WHERE f.commitment_id = ${u}.commitment_id
      AND f.user_id = ${me} AND f.from_on <= ${today} AND (f.to_on IS NULL OR f.to_on > ${today}))`;
  }
}

/** The values of `mayWrite`, in its order. */
export const writeValues = (scope: WriteScope, today: string): unknown[] => [
  scope.everywhere,
  scope.states,
  scope.commitmentStates,
  scope.institutionIds,
  scope.userId,
  today,
];

/**
 * Whether a person may write updates of a commitment, as SQL. Takes six parameters from `$first` on: `writeValues`.
 * @param commitment alias of a row with `id` and `state_code`; @param version the id of the commitment's version in force
 */
export function mayWrite(first: number, commitment: string, version: string): string {
  const [everywhere, states, ownStates, institutions, user, today] = Array.from(
    { length: 6 },
    (_, i) => `$${first + i}`,
  );
  return `(${everywhere}::boolean OR ${commitment}.state_code = ANY(${states}::text[])
    OR (${commitment}.state_code = ANY(${ownStates}::text[])
      AND (EXISTS (SELECT FROM commitment_focal_points f WHERE f.commitment_id = ${commitment}.id AND f.user_id = ${user}::uuid
                    AND f.from_on <= ${today}::date AND (f.to_on IS NULL OR f.to_on > ${today}::date))
        OR EXISTS (SELECT FROM commitment_institutions i WHERE i.commitment_version_id = ${version} AND i.role = 'lead'
                    AND i.institution_id = ANY(${institutions}::uuid[])))))`;
}

/**
 * Whether an update may be written in a cycle, as SQL over the aliases `cy`, `s` (the State's submission) and `x` (the
 * commitment's explanation): while the cycle takes updates and the State has not handed it in, later only by exception.
 */
export const CYCLE_TAKES_UPDATES = `coalesce((cy.state IN ('open', 'in_review') AND s.state IN ('open', 'returned'))
    OR (x.kind = 'reopened' AND cy.state <> 'planned'), false)`;
