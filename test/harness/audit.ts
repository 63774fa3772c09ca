import { AuditKey, AuditService } from '#features/audit';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';

/** The key of every test's audit trail. */
export const auditKey = new AuditKey({ auditSecret: 'a secret that only tests use, 32 long' });

/** The audit trail over a test database. */
export const auditService = (database: Database, clock: Clock): AuditService =>
  new AuditService(database, clock, auditKey);
