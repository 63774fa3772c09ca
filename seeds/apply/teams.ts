import {
  type CreateTeam,
  TeamRecordsService,
  TeamsQueries,
  TeamsService,
  WorkplansService,
} from '#features/teams';
import { DomainError, runAs, SYSTEM } from '#platform/http';
import { readRegional, type TeamLeadSeed, type TeamSeed } from '../reference/index.js';
import type { SeedServices } from './seed.js';

const YEAR = 2024;

/** The teams of 2024 with leads, members, workplans, sessions and products. A team that is there already is left alone. */
export async function seedTeams(services: SeedServices): Promise<void> {
  const { teams, teamLeadsByYear } = readRegional();
  await runAs(SYSTEM, async () => {
    for (const [i, team] of teams.entries())
      if (!(await isThere(services, team.key))) {
        await services.get(TeamsService).create(SYSTEM, teamOf(team, i + 1, teamLeadsByYear));
        await seedYear(services, team);
        await seedRecords(services, team);
      }
  });
}

async function isThere(services: SeedServices, key: string): Promise<boolean> {
  try {
    await services.get(TeamsQueries).get(key);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return false;
    throw error;
  }
}

function teamOf(team: TeamSeed, position: number, history: readonly TeamLeadSeed[]): CreateTeam {
  return {
    key: team.key,
    nameEn: team.name.en,
    nameEs: team.name.es,
    position,
    ...team.theoryOfChange,
    leads: history.filter(({ teamKey }) => teamKey === team.key).flatMap((period) => leadsOf(team, period)),
    members: [
      ...team.memberStates.map((stateCode) => ({
        kind: 'state' as const,
        stateCode,
        sinceYear: isNew(team, stateCode) ? YEAR : null,
      })),
      ...team.memberCities.map(({ stateCode, name, newIn2024 }) => ({
        kind: 'city' as const,
        stateCode,
        nameEn: name.en,
        nameEs: name.es,
        sinceYear: newIn2024 ? YEAR : null,
      })),
    ],
    advisors: [
      ...team.advisoryPanel.map((institutionKey) => ({ institutionKey, role: 'panel' as const })),
      ...team.expertAdvisors.map((institutionKey) => ({ institutionKey, role: 'expert' as const })),
      ...team.laterAdvisors.map((advisor) => ({ ...advisor, role: 'expert' as const })),
    ],
    sources: team.sources,
  };
}

/** Whether a State came into the team in this year, with its cities. */
const isNew = ({ memberCities }: TeamSeed, state: string): boolean =>
  memberCities.some(({ stateCode, newIn2024 }) => stateCode === state && newIn2024);

/** One row a lead of the period; the report of 2024 names those of its year one by one, with their institutions. */
function leadsOf(
  team: TeamSeed,
  { fromYear, toYear, lead, stateCode, sources }: TeamLeadSeed,
): CreateTeam['leads'] {
  const period = {
    fromOn: `${fromYear}-01-01`,
    fromPrecision: 'year' as const,
    toOn: `${toYear}-12-31`,
    toPrecision: 'year' as const,
    sources,
  };
  if (fromYear > YEAR || toYear < YEAR)
    return [{ kind: 'state', stateCode, nameEn: lead.en, nameEs: lead.es, ...period }];
  return team.leads2024.map(({ name, ...each }) => ({
    ...each,
    nameEn: name.en,
    nameEs: name.es,
    ...period,
  }));
}

async function seedYear(services: SeedServices, team: TeamSeed): Promise<void> {
  const workplans = services.get(WorkplansService);
  const { objective2024: objective, nextSteps, notes, sources } = team;
  await workplans.putYear(SYSTEM, team.key, YEAR, 0, {
    objectiveEn: objective?.en,
    objectiveEs: objective?.es,
    nextSteps,
    notes,
    sources,
  });
  for (const { heldOn, endedOn, precision, text, output, ...rest } of team.activities2024)
    await workplans.createActivity(SYSTEM, {
      teamKey: team.key,
      year: YEAR,
      startsOn: heldOn,
      datePrecision: precision,
      endsOn: endedOn,
      textEn: text.en,
      textEs: text.es,
      outputEn: output?.en,
      outputEs: output?.es,
      ...rest,
      sources: sources.slice(0, 1),
    });
}

async function seedRecords(
  services: SeedServices,
  { key: teamKey, sessions, products2024 }: TeamSeed,
): Promise<void> {
  const records = services.get(TeamRecordsService);
  for (const { heldOn, endedOn, precision, title, place, agenda, attendance, sources: said } of sessions)
    await records.createSession(SYSTEM, {
      teamKey,
      year: Number(heldOn.slice(0, 4)),
      startsOn: heldOn,
      datePrecision: precision,
      endsOn: endedOn,
      titleEn: title.en,
      titleEs: title.es,
      placeEn: place?.en,
      placeEs: place?.es,
      agenda,
      attendance: attendance.map(({ name, ...who }) => ({ ...who, nameEn: name?.en, nameEs: name?.es })),
      sources: said,
    });
  for (const { en, es, sources } of products2024)
    await records.createProduct(SYSTEM, { teamKey, year: YEAR, titleEn: en, titleEs: es, sources });
}
