import { AuditModule } from '#features/audit';
import { CyclesModule } from '#features/cycles';
import { ExportsModule } from '#features/exports';
import { IdentityModule } from '#features/identity';
import { PlansModule } from '#features/plans';
import { ProgressModule } from '#features/progress';
import { RegionalModule } from '#features/regional';
import { ReminderJobsModule, RemindersModule } from '#features/reminders';
import { RollupJobsModule, RollupsModule } from '#features/rollups';
import { StatesModule } from '#features/states';
import type { Type } from '@nestjs/common';
import { StateZonesModule } from './state-zones.js';

/** What the API serves, in rank order. */
export const apiModules: Type[] = [
  AuditModule,
  IdentityModule,
  StatesModule,
  StateZonesModule,
  RegionalModule,
  PlansModule,
  CyclesModule,
  ProgressModule,
  RollupsModule,
  RemindersModule,
];

/** What the worker carries out. */
export const workerModules: Type[] = [RollupJobsModule, ReminderJobsModule];

/** What the command line reaches. */
export const cliModules: Type[] = [...apiModules, ExportsModule];
