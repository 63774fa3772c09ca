import { CyclesService, ExplanationsService, SubmissionsService } from '#features/cycles';
import { AccessService } from '#features/identity';
import type { PlanDto } from '#features/plans';
import {
  type CreateUpdate,
  FactsQueries,
  FactsService,
  ProgressService,
  UpdateDetailQueries,
  UpdatesExport,
  UpdatesQueries,
} from '#features/progress';
import { FindingsService } from '#features/quality';
import { FixedClock } from '#platform/clock';
import { type Database, newId, RowsFile } from '#platform/database';
import type { Actor, RoleGrant } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { CompletenessQueries, UpdatesOfCycle } from '../../libs/features/progress/completeness.queries.js';
import { DueQueries } from '../../libs/features/progress/due.queries.js';
import { FindingsQueries } from '../../libs/features/quality/findings.queries.js';
import { EvidenceRows } from '../../libs/features/progress/evidence-rows.js';
import { FactRows } from '../../libs/features/progress/fact-rows.js';
import { PlanProgressQueries } from '../../libs/features/progress/plan-progress.queries.js';
import { ProgressAccess } from '../../libs/features/progress/progress.access.js';
import { TimelineQueries } from '../../libs/features/progress/timeline.queries.js';
import { UpdateChanges } from '../../libs/features/progress/update-changes.js';
import { UpdateCreation } from '../../libs/features/progress/update-creation.js';
import { UpdateParts } from '../../libs/features/progress/update-parts.js';
import { UpdateRecords } from '../../libs/features/progress/update-records.js';
import type { TestDatabase } from '../harness/index.js';
import { adoptedOf, regionWithoutPlans } from './plans.js';
import { auditService } from '../harness/index.js';

/** The services of cycles and progress on a database, with a clock that stands at noon UTC of 1 November 2024. */
export function openProgressRooms(database: Database) {
  const clock = new FixedClock(new Date('2024-11-01T12:00:00Z'));
  const access = new AccessService();
  const audit = auditService(database, clock);
  const outbox = new Outbox(database);
  const content = new UpdatesOfCycle(database);
  const sight = new ProgressAccess(access, clock);
  const records = new UpdateRecords(database, access, sight);
  const evidence = new EvidenceRows(database);
  const rows = new FactRows(database, evidence);
  const explanations = new ExplanationsService(database, audit, access, outbox, clock);
  const factQueries = new FactsQueries(database, sight);
  const details = new UpdateDetailQueries(database, sight);
  return {
    clock,
    cycles: new CyclesService(database, audit, access, outbox, clock, content),
    submissions: new SubmissionsService(database, audit, access, outbox, clock, content),
    explanations,
    progress: new ProgressService(
      database,
      clock,
      new UpdateCreation(database, clock, sight, audit),
      records,
      new UpdateParts(database, rows, evidence),
      new UpdateChanges(database, audit, outbox, clock, records),
      explanations,
    ),
    facts: new FactsService(database, audit, access, outbox, clock, rows, factQueries),
    factQueries,
    updates: new UpdatesQueries(database, sight),
    timelines: new TimelineQueries(database, sight),
    details,
    findings: new FindingsService(database, clock, access, audit, details, new FindingsQueries(database)),
    plans: new PlanProgressQueries(database, access, sight),
    completeness: new CompletenessQueries(database, access),
    due: new DueQueries(database, clock, sight),
    exports: new UpdatesExport(new RowsFile(database), sight),
  };
}

export type ProgressRooms = ReturnType<typeof openProgressRooms>;

/** Somebody who can act, known to the database. */
export async function person(database: Database, name: string, ...roles: RoleGrant[]): Promise<Actor> {
  const userId = newId();
  await database.execute(`INSERT INTO auth_users (id, name, email) VALUES ($1, $2, $3)`, [
    userId,
    name,
    `${userId}@example.org`,
  ]);
  return { userId, name, roles };
}

export interface Cast {
  focal: Actor;
  /** Writes other commitments of the same State. */
  otherFocal: Actor;
  coordinator: Actor;
  neighbour: Actor;
  presidency: Actor;
  secretariat: Actor;
  administrator: Actor;
}

export interface Region {
  db: TestDatabase;
  rooms: ProgressRooms;
  cast: Cast;
  /** Mexico's plan in force, four commitments with two milestones each; the first three have `focal` as focal point. */
  plan: PlanDto;
  /** The id of the n-th commitment, from 1. */
  commitment: (n: number) => string;
}

/** Days of the annual cycle of a year. */
export const annualDays = (year: number) => ({
  year,
  kind: 'annual' as const,
  factsFrom: `${year}-01-01`,
  factsTo: `${year}-12-31`,
  opensOn: `${year}-10-01`,
  dueOn: `${year}-11-15`,
  reviewByOn: `${year}-11-30`,
  cutoffOn: `${year}-12-15`,
});

/** A region with one State's plan in force, the people around it, and the annual cycles of 2023 and 2024, the latter open. */
export async function regionWithPlan(): Promise<Region> {
  const { db, rooms: planRooms } = await regionWithoutPlans();
  const { database } = db;
  const cast: Cast = {
    focal: await person(database, 'Fabiola', { role: 'focal_point', stateCode: 'MX' }),
    otherFocal: await person(database, 'Omar', { role: 'focal_point', stateCode: 'MX' }),
    coordinator: await person(database, 'Carla', { role: 'national_coordinator', stateCode: 'MX' }),
    neighbour: await person(database, 'Nadia', { role: 'national_coordinator', stateCode: 'GT' }),
    presidency: await person(database, 'Pedro', { role: 'presidency', stateCode: 'CR' }),
    secretariat: await person(database, 'Sofia', { role: 'secretariat' }),
    administrator: await person(database, 'Ada', { role: 'administrator' }),
  };
  const plan = await adoptedOf(planRooms, cast.coordinator, 'MX', 4);
  const commitment = (n: number): string => plan.commitments[n - 1]?.commitmentId ?? '';
  for (const n of [1, 2, 3]) await focalPoint(database, commitment(n), cast.focal);
  await focalPoint(database, commitment(4), cast.otherFocal);
  const rooms = openProgressRooms(database);
  for (const year of [2023, 2024]) {
    await rooms.cycles.create(cast.secretariat, annualDays(year));
    await rooms.cycles.open(cast.secretariat, `${year}-annual`);
  }
  return { db, rooms, cast, plan, commitment };
}

const focalPoint = (database: Database, commitmentId: string, actor: Actor): Promise<number> =>
  database.execute(
    'INSERT INTO commitment_focal_points (id, commitment_id, user_id, from_on) VALUES ($1, $2, $3, $4)',
    [newId(), commitmentId, actor.userId, '2023-01-01'],
  );

/** A complete update, ready to be submitted. */
export const content = (commitmentId: string, change: Partial<CreateUpdate> = {}): CreateUpdate => ({
  commitmentId,
  cycleKey: '2024-annual',
  stage: 'in_progress',
  outlook: 'on_track',
  percent: 40,
  narrativeEn: 'The office opened in March.',
  narrativeEs: 'La oficina abrió en marzo.',
  ...change,
});

/** An approved update of the n-th commitment. */
export async function approved(
  region: Region,
  n: number,
  change: Partial<CreateUpdate> = {},
): Promise<string> {
  const { rooms, cast, commitment } = region;
  const author = n === 4 ? cast.otherFocal : cast.focal;
  const { id } = await rooms.progress.createDraft(author, content(commitment(n), change));
  await rooms.progress.submit(author, id);
  await rooms.progress.approve(cast.coordinator, id);
  return id;
}
