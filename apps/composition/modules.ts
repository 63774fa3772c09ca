import { AuditModule } from '#features/audit';
import { IdentityModule } from '#features/identity';
import type { Type } from '@nestjs/common';

/** What the API serves, in rank order. */
export const apiModules: Type[] = [AuditModule, IdentityModule];

/** What the worker carries out besides. */
export const workerModules: Type[] = [];
