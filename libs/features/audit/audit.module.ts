import { Global, Module } from '@nestjs/common';
import { AuditChain } from './audit-chain.service.js';
import { AuditChecks } from './audit-checks.service.js';
import { AuditController } from './audit.controller.js';
import { AuditExport } from './audit.export.js';
import { AuditKey } from './audit-key.js';
import { AuditQueries } from './audit.queries.js';
import { AuditService } from './audit.service.js';

/** The audit trail for every room; global because every write leaves an entry. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditService, AuditQueries, AuditExport, AuditChain, AuditChecks, AuditKey],
  exports: [AuditService, AuditQueries, AuditChain, AuditChecks],
})
export class AuditModule {}
