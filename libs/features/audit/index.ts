import type { EntityClass } from '#platform/database';
import { AuditCheck, AuditEntry, AuditSeal } from './audit-entry.entity.js';

export { AuditModule } from './audit.module.js';
export { AUDITED_KINDS, type AuditedKind } from './audited-kinds.js';
export { AUDIT_COLUMNS, type AuditRecord, AuditService } from './audit.service.js';
export { AuditKey } from './audit-key.js';
export { AuditEntryDto } from './audit.dto.js';
export { AuditQueries, type AuditSight } from './audit.queries.js';
export type { ChainProblem } from './audit-chain.service.js';
export { AuditChecks } from './audit-checks.service.js';
export { AuditJobsModule, publishAuditHead, sealAudit, verifyAudit } from './audit.jobs.js';

/** Tables of this room. */
export const auditEntities: EntityClass[] = [AuditEntry, AuditSeal, AuditCheck];
