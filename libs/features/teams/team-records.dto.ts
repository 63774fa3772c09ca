import { Nested, Text, TextList, Uuid, Whole } from '#platform/http';
import { INSTITUTION, SOURCES, TEAM_KEY, TeamText, YEAR } from './team.dto.js';
import { TeamDateDto } from './team-work.dto.js';

export class TeamAttendeeDto {
  @Text({ optional: true, max: 2, pattern: [/^[A-Z]{2}$/, 'MX'], example: 'MX' })
  stateCode?: string | null;

  @Text({ optional: true, ...INSTITUTION })
  institutionKey?: string | null;

  @Text({ optional: true, description: 'Who is neither', example: 'Montevideo' })
  nameEn?: string | null;

  @Text({ optional: true, example: 'Montevideo' })
  nameEs?: string | null;

  @Whole({ optional: true, min: 1, max: 100_000, description: 'How many people came, if counted' })
  people?: number | null;
}

export class TeamSessionInput extends TeamDateDto {
  @Text({ max: 500, example: 'First in-person meeting of the team' })
  titleEn: string;

  @Text({ max: 500, example: 'Primera reunión presencial del equipo' })
  titleEs: string;

  @Text({ optional: true, example: 'Guatemala City' })
  placeEn?: string | null;

  @Text({ optional: true, example: 'Ciudad de Guatemala' })
  placeEs?: string | null;

  @Nested(() => TeamText, { many: true, max: 50, description: 'Points of the agenda in order' })
  agenda: TeamText[];

  @Nested(() => TeamAttendeeDto, { many: true, max: 200 })
  attendance: TeamAttendeeDto[];

  @TextList({ optional: true, ...SOURCES })
  sources?: string[];
}

export class CreateTeamSession extends TeamSessionInput {
  @Text(TEAM_KEY)
  teamKey: string;

  @Whole(YEAR)
  year: number;
}

export class TeamSessionDto extends CreateTeamSession {
  @Uuid()
  id: string;

  declare sources: string[];

  @Whole({ example: 1 })
  version: number;
}

export class TeamProductInput {
  @Text({ max: 500, example: 'Minimum criteria for registration' })
  titleEn: string;

  @Text({ max: 500, example: 'Criterios mínimos de registro' })
  titleEs: string;

  @Text({
    optional: true,
    max: 2000,
    pattern: [/^https?:\/\//, 'https://…'],
    example: 'https://example.org/guide',
  })
  url?: string | null;

  @TextList({ optional: true, ...SOURCES })
  sources?: string[];
}

export class CreateTeamProduct extends TeamProductInput {
  @Text(TEAM_KEY)
  teamKey: string;

  @Whole(YEAR)
  year: number;
}

/** The file of a product, to be downloaded beside it. */
export class TeamProductFile {
  @Text({ example: 'minimum-criteria.pdf' })
  name: string;

  @Text({ description: 'As its bytes say', example: 'application/pdf' })
  contentType: string;

  @Whole({ example: 184_320 })
  bytes: number;

  @Text({
    description: 'Lower-case hex',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  sha256: string;
}

export class TeamProductDto extends CreateTeamProduct {
  @Uuid()
  id: string;

  @Nested(() => TeamProductFile, { optional: true, description: 'Null while nothing was uploaded' })
  file: TeamProductFile | null;

  declare sources: string[];

  @Whole({ example: 1 })
  version: number;
}

export class TeamThingsQuery {
  @Text({ optional: true, ...TEAM_KEY })
  team?: string;

  @Whole({ optional: true, ...YEAR })
  year?: number;
}
