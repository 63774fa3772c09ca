import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessService } from '#features/identity';
import {
  type CreateTeamActivity,
  type CreateTeam,
  TeamActivitiesImport,
  TeamRecordsService,
  TeamRollupsService,
  TeamSections,
  TeamsQueries,
  TeamsService,
  TeamUpdatesService,
  TeamWorkQueries,
  WorkplansService,
} from '#features/teams';
import type { Actor } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { openStorage, ReceivedFiles, VirusScanner } from '#platform/storage';
import { TeamProductFilesService } from '../../libs/features/teams/team-product-files.service.js';
import { TeamReferences } from '../../libs/features/teams/team-references.js';
import { TeamAccess } from '../../libs/features/teams/team.access.js';
import { TeamUpdateChanges } from '../../libs/features/teams/team-update-changes.js';
import { TeamUpdatesQueries } from '../../libs/features/teams/team-updates.queries.js';
import { auditService, type TestDatabase } from '../harness/index.js';
import { person, type ProgressRooms, regionWithPlan } from './progress.js';

/** The services of teams over those of a region. */
export function openTeamRooms({ database }: TestDatabase, { clock, cycles }: ProgressRooms) {
  const audit = auditService(database, clock);
  const access = new AccessService();
  const outbox = new Outbox(database);
  const references = new TeamReferences(database);
  const teamAccess = new TeamAccess(access);
  const teamsQueries = new TeamsQueries(database, clock, teamAccess);
  const work = new TeamWorkQueries(database, teamAccess);
  const updatesQueries = new TeamUpdatesQueries(database, teamAccess);
  const changes = new TeamUpdateChanges(database, audit, outbox, clock, teamAccess);
  const workplans = new WorkplansService(
    database,
    clock,
    audit,
    teamAccess,
    outbox,
    references,
    teamsQueries,
    work,
  );
  const filesAt = mkdtempSync(join(tmpdir(), 'team-files-'));
  const storage = openStorage(`file://${filesAt}`);
  return {
    filesAt,
    teamsQueries,
    workplans,
    imports: new TeamActivitiesImport(database, workplans),
    work,
    updatesQueries,
    teams: new TeamsService(database, audit, access, references, teamsQueries),
    records: new TeamRecordsService(database, audit, teamAccess, references, work),
    files: new TeamProductFilesService(
      database,
      storage,
      new ReceivedFiles(storage, new VirusScanner(), database),
      audit,
      teamAccess,
      work,
    ),
    updates: new TeamUpdatesService(database, clock, cycles, references, teamAccess, changes, updatesQueries),
    rollups: new TeamRollupsService(database, clock, access),
    sections: new TeamSections(database),
  };
}

export const TEAM: CreateTeam = {
  key: 'RTT-RA',
  nameEn: 'Reception',
  nameEs: 'Recepción',
  position: 1,
  results: [{ en: 'Fair procedures', es: 'Procesos justos' }],
  conditions: [],
  leads: [
    {
      kind: 'state',
      stateCode: 'MX',
      institutionKey: 'MX:COMAR',
      institutionBasis: 'inferred',
      nameEn: 'Mexico',
      nameEs: 'México',
      fromOn: '2022-01-01',
      fromPrecision: 'year',
      toOn: '2024-12-31',
      toPrecision: 'year',
      sources: ['MIRPS Annual Report 2024'],
    },
  ],
  members: [
    { kind: 'state', stateCode: 'MX' },
    { kind: 'city', stateCode: 'PA', nameEn: 'Chepo', nameEs: 'Chepo', sinceYear: 2024 },
  ],
  advisors: [{ institutionKey: 'REG:UNHCR', role: 'expert' }],
  sources: ['MIRPS Annual Report 2024'],
};

export const activity = (change: Partial<CreateTeamActivity> = {}): CreateTeamActivity => ({
  teamKey: TEAM.key,
  year: 2024,
  startsOn: '2024-10-15',
  datePrecision: 'day',
  endsOn: '2024-10-16',
  textEn: 'Meeting of commissions',
  textEs: 'Reunión de comisiones',
  supportedBy: ['REG:UNHCR'],
  commitments: ['MX-01'],
  ...change,
});

/** A region with one team that has two activities in 2024, and the people around it. */
export async function regionWithTeam() {
  const region = await regionWithPlan();
  const teams = openTeamRooms(region.db, region.rooms);
  const { database } = region.db;
  const { secretariat } = region.cast;
  const lead: Actor = await person(database, 'Lucía', { role: 'team_lead', teamKey: TEAM.key });
  const otherLead: Actor = await person(database, 'Óscar', { role: 'team_lead', teamKey: 'RTT-LG' });
  await teams.teams.create(secretariat, TEAM);
  const first = await teams.workplans.createActivity(lead, activity());
  const second = await teams.workplans.createActivity(
    lead,
    activity({ startsOn: null, datePrecision: 'not_stated', endsOn: null, commitments: [] }),
  );
  return { ...region, teams, lead, otherLead, activities: [first, second] as const };
}
