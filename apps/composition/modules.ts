import { AuditModule } from '#features/audit';
import { CyclesModule } from '#features/cycles';
import { IdentityModule } from '#features/identity';
import { PlansModule } from '#features/plans';
import { RegionalModule } from '#features/regional';
import { RollupJobsModule, RollupsModule } from '#features/rollups';
import { StatesModule } from '#features/states';
import type { Type } from '@nestjs/common';

/** What the API serves, in rank order. */
export const apiModules: Type[] = [AuditModule, IdentityModule, StatesModule, RegionalModule, PlansModule, CyclesModule, RollupsModule];

/** What the worker carries out besides. */
export const workerModules: Type[] = [RollupJobsModule];
