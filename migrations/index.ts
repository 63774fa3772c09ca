import type { MigrationInterface } from 'typeorm';
import { CreatePlatform1732000000100 } from './1732000000100-platform.js';
import { CreateAudit1732000000200 } from './1732000000200-create-audit.js';
import { CreateIdentity1732000000250 } from './1732000000250-create-identity.js';
import { CreateStates1732000000300 } from './1732000000300-create-states.js';
import { CreatePlans1732000000400 } from './1732000000400-create-plans.js';
import { CreateCycles1732000000500 } from './1732000000500-create-cycles.js';
import { CreateProgress1732000000600 } from './1732000000600-create-progress.js';
import { CreateIdempotencyKeys1732000000150 } from './1732000000150-create-idempotency-keys.js';
import { CreateRegionalSections1732000000350 } from './1732000000350-create-regional-sections.js';
import { CreateRollups1732000000700 } from './1732000000700-create-rollups.js';
import { CreateReminders1732000000800 } from './1732000000800-create-reminders.js';
import { CreateReminderStops1732000000850 } from './1732000000850-create-reminder-stops.js';
import { CreateReports1732000000900 } from './1732000000900-create-reports.js';
import { CreateIndicators1732000001000 } from './1732000001000-create-indicators.js';
import { CreatePledges1732000001100 } from './1732000001100-create-pledges.js';
import { CreateTeams1732000001300 } from './1732000001300-create-teams.js';
import { LinkActivitiesToPledges1732000001310 } from './1732000001310-link-activities-to-pledges.js';
import { CreateFindingAnswers1732000001400 } from './1732000001400-create-finding-answers.js';
import { CreateProjects1732000001200 } from './1732000001200-create-projects.js';
import { CreateQuantification1732000001250 } from './1732000001250-create-quantification.js';
import { VersionContributions1732000001260 } from './1732000001260-version-contributions.js';
import { CreateMechanisms1732000001500 } from './1732000001500-create-mechanisms.js';
import { CreateAlliances1732000001600 } from './1732000001600-create-alliances.js';
import { CreateStories1732000001700 } from './1732000001700-create-stories.js';
import { CreateRegionalPlans1732000001800 } from './1732000001800-create-regional-plans.js';
import { CreatePartners1732000001900 } from './1732000001900-create-partners.js';
import { CreateSignIn1732000002000 } from './1732000002000-create-sign-in.js';
import { CreateDelegationsAndTokens1732000002100 } from './1732000002100-create-delegations-and-tokens.js';
import { VersionPresidencies1732000002200 } from './1732000002200-version-presidencies.js';
import { ErasePeople1732000002300 } from './1732000002300-erase-people.js';
import { CreateEditions1732000002500 } from './1732000002500-create-editions.js';
import { CreateNotifications1732000002600 } from './1732000002600-create-notifications.js';
import { CreateSearch1732000002710 } from './1732000002710-create-search.js';
import { CreateSavedViews1732000002720 } from './1732000002720-create-saved-views.js';
import { VersionInstitutions1732000002730 } from './1732000002730-version-institutions.js';
import { ReturnSections1732000002800 } from './1732000002800-return-sections.js';
import { TellWhyFilesFailed1732000002900 } from './1732000002900-tell-why-files-failed.js';

/** All migrations in order. */
export const migrations: (new () => MigrationInterface)[] = [
  CreatePlatform1732000000100,
  CreateIdempotencyKeys1732000000150,
  CreateAudit1732000000200,
  CreateIdentity1732000000250,
  CreateStates1732000000300,
  CreateRegionalSections1732000000350,
  CreatePlans1732000000400,
  CreateCycles1732000000500,
  CreateProgress1732000000600,
  CreateRollups1732000000700,
  CreateReminders1732000000800,
  CreateReminderStops1732000000850,
  CreateReports1732000000900,
  CreateIndicators1732000001000,
  CreatePledges1732000001100,
  CreateProjects1732000001200,
  CreateQuantification1732000001250,
  VersionContributions1732000001260,
  CreateTeams1732000001300,
  LinkActivitiesToPledges1732000001310,
  CreateFindingAnswers1732000001400,
  CreateMechanisms1732000001500,
  CreateAlliances1732000001600,
  CreateStories1732000001700,
  CreateRegionalPlans1732000001800,
  CreatePartners1732000001900,
  CreateSignIn1732000002000,
  CreateDelegationsAndTokens1732000002100,
  VersionPresidencies1732000002200,
  ErasePeople1732000002300,
  CreateEditions1732000002500,
  CreateNotifications1732000002600,
  CreateSearch1732000002710,
  CreateSavedViews1732000002720,
  VersionInstitutions1732000002730,
  ReturnSections1732000002800,
  TellWhyFilesFailed1732000002900,
];
