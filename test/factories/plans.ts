import { newId } from '#platform/database';
import { type Actor, runAs, SYSTEM } from '#platform/http';
import type { CommitmentContent, PlanDto } from '#features/plans';
import { seedReference } from '../../seeds/apply/reference.js';
import { readAreas, readInstitutions, readPresidencies, readStates } from '../../seeds/reference/index.js';
import { testDatabase, type TestDatabase } from '../harness/index.js';
import { openPlanRooms } from './rooms.js';

export const TITLES = { titleEn: 'National Action Plan', titleEs: 'Plan de Acción Nacional' };

/** A valid commitment with an institution of the region and two milestones that weigh 1.5 and 1. */
export const commitment = (n: number): CommitmentContent => ({
  areaKey: n % 2 ? 'protection' : 'health',
  titleEn: `Commitment ${n}`,
  titleEs: `Compromiso ${n}`,
  targetGroups: ['refugees'],
  institutions: [{ key: 'REG:UNHCR', role: 'partner', basis: 'named' }],
  milestones: [
    { titleEn: 'First step', titleEs: 'Primer paso', weight: 1.5 },
    { titleEn: 'Second step', titleEs: 'Segundo paso', dueOn: '2025-12-31' },
  ],
});

export const commitments = (count: number): CommitmentContent[] =>
  Array.from({ length: count }, (_, index) => commitment(index + 1));

export const codesOf = (plan: PlanDto): string[] => plan.commitments.map(({ code }) => code);

export const administrator: Actor = { userId: newId(), name: 'Admin', roles: [{ role: 'administrator' }] };

export type Rooms = ReturnType<typeof openPlanRooms>;

/** The region's States, areas, Presidencies and institutions as the seeds give them. */
export const REFERENCE = {
  states: readStates(),
  areas: readAreas().areas,
  presidencies: readPresidencies(),
  institutions: readInstitutions(),
  terms: [
    {
      list: 'population' as const,
      key: 'refugees',
      nameEn: 'Refugees',
      nameEs: 'Personas refugiadas',
      position: 1,
    },
  ],
};

export interface Region {
  db: TestDatabase;
  rooms: Rooms;
}

/** A database with the region's States, areas and institutions, and no plan yet. */
export async function regionWithoutPlans(): Promise<Region> {
  const region = await emptyRegion();
  await runAs(SYSTEM, () => region.rooms.reference.apply(REFERENCE));
  return region;
}

/** A database with all reference data and an adopted plan in every State. */
export async function seededRegion(): Promise<Region> {
  const region = await emptyRegion();
  await seedReference(region.rooms);
  return region;
}

async function emptyRegion(): Promise<Region> {
  const db = await testDatabase();
  return { db, rooms: openPlanRooms(db.database) };
}

export const draftOf = (rooms: Rooms, actor: Actor, stateCode: string, count: number): Promise<PlanDto> =>
  rooms.plans.create(actor, { stateCode, ...TITLES, commitments: commitments(count) });

export async function adoptedOf(
  rooms: Rooms,
  actor: Actor,
  stateCode: string,
  count: number,
): Promise<PlanDto> {
  const draft = await draftOf(rooms, actor, stateCode, count);
  return rooms.plans.adopt(actor, draft.id, draft.version);
}

/** What the audit trail says was done to something, in order. */
export const auditedActions = async (db: TestDatabase, entityId: string): Promise<string[]> => {
  const sql = 'SELECT action FROM audit_entries WHERE entity_id = $1 ORDER BY id';
  return (await db.database.query<{ action: string }>(sql, [entityId])).map(({ action }) => action);
};
