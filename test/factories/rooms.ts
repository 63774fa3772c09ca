import { AccessService } from '#features/identity';
import {
  CommitmentsService,
  FocalPointsService,
  PlanDrafts,
  PlansQueries,
  PlansService,
  PlanTemplatesService,
  PlanWriter,
} from '#features/plans';
import { InstitutionsService, ReferenceService, StatesService } from '#features/states';
import { FixedClock } from '#platform/clock';
import { type Database, newId } from '#platform/database';
import type { Actor } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { auditService } from '../harness/index.js';

/** The services of States and plans on a database, with a clock that stands at noon UTC of 1 July 2024. */
export function openPlanRooms(database: Database) {
  const clock = new FixedClock(new Date('2024-07-01T12:00:00Z'));
  const access = new AccessService();
  const audit = auditService(database, clock);
  const outbox = new Outbox(database);
  const states = new StatesService(database, audit, access);
  const institutions = new InstitutionsService(database, audit, access);
  const reference = new ReferenceService(database, audit, institutions);
  const planQueries = new PlansQueries(database, access);
  const drafts = new PlanDrafts(database, access, planQueries);
  const writer = new PlanWriter(database);
  const templates = new PlanTemplatesService(database, audit, access);
  const plans = new PlansService(
    database,
    clock,
    audit,
    outbox,
    access,
    states,
    planQueries,
    drafts,
    writer,
    templates,
  );
  const commitments = new CommitmentsService(database, audit, planQueries, drafts, writer);
  const focalPoints = new FocalPointsService(database, clock, audit, access, outbox);
  return {
    clock,
    access,
    audit,
    outbox,
    states,
    institutions,
    reference,
    planQueries,
    templates,
    plans,
    commitments,
    focalPoints,
  };
}

/** A National coordinator of a State. */
export const coordinatorOf = (stateCode: string): Actor => ({
  userId: newId(),
  name: `Coordinator ${stateCode}`,
  roles: [{ role: 'national_coordinator', stateCode }],
});

/** Somebody without any role. */
export const PUBLIC: Actor = { userId: null, name: 'public', roles: [{ role: 'public' }] };
