import type { EntityClass } from '#platform/database';
import { IdempotencyKey } from '#platform/http';

/** Every table of the product. */
export const entities: EntityClass[] = [IdempotencyKey];
