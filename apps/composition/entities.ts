import { auditEntities } from '#features/audit';
import { identityEntities } from '#features/identity';
import { plansEntities } from '#features/plans';
import { statesEntities } from '#features/states';
import type { EntityClass } from '#platform/database';
import { IdempotencyKey } from '#platform/http';

/** Every table of the product. */
export const entities: EntityClass[] = [IdempotencyKey, ...auditEntities, ...identityEntities, ...statesEntities, ...plansEntities];
