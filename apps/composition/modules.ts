import { AuditJobsModule, AuditModule } from '#features/audit';
import { CyclesModule } from '#features/cycles';
import { EditionJobsModule, EditionsModule } from '#features/editions';
import { ExportsModule } from '#features/exports';
import { IdentityJobsModule, IdentityModule } from '#features/identity';
import { IndicatorsModule } from '#features/indicators';
import { NotificationJobsModule, NotificationsModule } from '#features/notifications';
import { LiveModule } from '#features/live';
import { PlansModule } from '#features/plans';
import { PledgesModule } from '#features/pledges';
import { ProgressModule } from '#features/progress';
import { QualityModule } from '#features/quality';
import { ProjectsModule } from '#features/projects';
import { QuantificationModule } from '#features/quantification';
import { RegionalModule } from '#features/regional';
import { ReminderJobsModule, RemindersModule } from '#features/reminders';
import { ReportJobsModule, ReportsModule } from '#features/reports';
import { AlliancesModule } from '#features/alliances';
import { MechanismsModule } from '#features/mechanisms';
import { PartnersModule } from '#features/partners';
import { SearchJobsModule, SearchModule } from '#features/search';
import { SiteModule } from '#features/site';
import { StoriesModule } from '#features/stories';
import { RollupJobsModule, RollupsModule } from '#features/rollups';
import { StatesModule } from '#features/states';
import { TeamJobsModule, TeamsModule } from '#features/teams';
import type { Type } from '@nestjs/common';
import { HousekeepingModule } from './housekeeping.js';
import { PersonalTracesModule } from './personal-traces.js';
import { StateFactsModule } from './state-facts.js';

/** Every feature with its services and routes, in rank order. */
export const featureModules: Type[] = [
  AuditModule,
  IdentityModule,
  LiveModule,
  StatesModule,
  StateFactsModule,
  PersonalTracesModule,
  PlansModule,
  CyclesModule,
  ProgressModule,
  PledgesModule,
  QualityModule,
  IndicatorsModule,
  TeamsModule,
  ProjectsModule,
  QuantificationModule,
  MechanismsModule,
  AlliancesModule,
  RegionalModule,
  StoriesModule,
  PartnersModule,
  RollupsModule,
  ReportsModule,
  EditionsModule,
  RemindersModule,
  NotificationsModule,
  ExportsModule,
  SearchModule,
  SiteModule,
];

/** What the worker carries out besides. */
export const jobModules: Type[] = [
  IdentityJobsModule,
  AuditJobsModule,
  TeamJobsModule,
  RollupJobsModule,
  ReportJobsModule,
  EditionJobsModule,
  ReminderJobsModule,
  NotificationJobsModule,
  SearchJobsModule,
  HousekeepingModule,
];
