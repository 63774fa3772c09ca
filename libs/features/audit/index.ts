import type { EntityClass } from '#platform/database';
import { AuditEntry } from './audit-entry.entity.js';

export { AuditModule } from './audit.module.js';
export { type AuditRecord, AuditService } from './audit.service.js';
export { AuditEntry };

/** Tables of this room. */
export const auditEntities: EntityClass[] = [AuditEntry];
