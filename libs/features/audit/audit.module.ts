import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditQueries } from './audit.queries.js';
import { AuditService } from './audit.service.js';

/** The audit trail for every room; global because every write leaves an entry. */
@Global()
@Module({ controllers: [AuditController], providers: [AuditService, AuditQueries], exports: [AuditService] })
export class AuditModule {}
