import { auditEntities } from '#features/audit';
import { cyclesEntities } from '#features/cycles';
import { editionsEntities } from '#features/editions';
import { identityEntities } from '#features/identity';
import { indicatorsEntities } from '#features/indicators';
import { plansEntities } from '#features/plans';
import { pledgesEntities } from '#features/pledges';
import { progressEntities } from '#features/progress';
import { qualityEntities } from '#features/quality';
import { projectsEntities } from '#features/projects';
import { quantificationEntities } from '#features/quantification';
import { regionalEntities } from '#features/regional';
import { alliancesEntities } from '#features/alliances';
import { partnersEntities } from '#features/partners';
import { mechanismsEntities } from '#features/mechanisms';
import { storiesEntities } from '#features/stories';
import { notificationsEntities } from '#features/notifications';
import { remindersEntities } from '#features/reminders';
import { reportsEntities } from '#features/reports';
import { rollupsEntities } from '#features/rollups';
import { searchEntities } from '#features/search';
import { statesEntities } from '#features/states';
import { teamsEntities } from '#features/teams';
import type { EntityClass } from '#platform/database';
import { IdempotencyKey } from '#platform/http';
import { mailEntities } from '#platform/mail';
import { outboxEntities } from '#platform/outbox';
import { storageEntities } from '#platform/storage';

/** Every table of the product. */
export const entities: EntityClass[] = [
  IdempotencyKey,
  ...outboxEntities,
  ...mailEntities,
  ...storageEntities,
  ...auditEntities,
  ...identityEntities,
  ...statesEntities,
  ...plansEntities,
  ...cyclesEntities,
  ...progressEntities,
  ...pledgesEntities,
  ...qualityEntities,
  ...indicatorsEntities,
  ...teamsEntities,
  ...projectsEntities,
  ...quantificationEntities,
  ...mechanismsEntities,
  ...alliancesEntities,
  ...regionalEntities,
  ...storiesEntities,
  ...partnersEntities,
  ...rollupsEntities,
  ...reportsEntities,
  ...editionsEntities,
  ...remindersEntities,
  ...notificationsEntities,
  ...searchEntities,
];
