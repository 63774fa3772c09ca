import { Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { IdentityModule } from '#features/identity';
import { MechanismsController } from './mechanisms.controller.js';
import { MechanismsService } from './mechanisms.service.js';
import { MechanismsImport } from './mechanism.import.js';
import { MechanismPartsImport } from './mechanism-parts.import.js';

@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [MechanismsController],
  providers: [MechanismsImport, MechanismPartsImport, MechanismsService],
  exports: [MechanismsImport, MechanismPartsImport, MechanismsService],
})
export class MechanismsModule {}
