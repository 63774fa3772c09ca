import type { EntityClass } from '#platform/database';
import { AuditEntry, AuditSeal } from './audit-entry.entity.js';

export { AuditModule } from './audit.module.js';
export { AUDIT_COLUMNS, type AuditRecord, AuditService } from './audit.service.js';
export { AuditKey } from './audit-key.js';
export { AuditEntryDto, AuditQuery } from './audit.dto.js';
export { AuditQueries, type AuditSight } from './audit.queries.js';
export { AuditChain, type ChainProblem, type ChainReport, type DayHead } from './audit-chain.service.js';
export { AuditJobsModule, publishAuditHead, sealAudit } from './audit.jobs.js';
export { AuditEntry, AuditSeal };

/** Tables of this room. */
export const auditEntities: EntityClass[] = [AuditEntry, AuditSeal];
