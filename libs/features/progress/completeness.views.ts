import { EXPLANATION_KINDS, type ExplanationKind } from '#features/cycles';
import { Nested, OneOf, Text, Uuid, Whole } from '#platform/http';

/** How many commitments stand where. */
export class StandingCounts {
  @Whole({ example: 33 })
  commitments: number;

  @Whole({ example: 30 })
  approved: number;

  @Whole({ example: 1 })
  submitted: number;

  @Whole({ example: 0 })
  returned: number;

  @Whole({ example: 1 })
  draft: number;

  @Whole({ example: 1, description: 'Without an update, but with an explanation' })
  explained: number;

  @Whole({ example: 0 })
  missing: number;
}

export class AreaStanding extends StandingCounts {
  @Text({ example: 'protection' })
  areaKey: string;

  @Text({ example: 'Protection' })
  nameEn: string;

  @Text({ example: 'Protección' })
  nameEs: string;
}

export class InstitutionStanding extends StandingCounts {
  @Uuid()
  institutionId: string;

  @Text({ example: 'MX:COMAR' })
  key: string;

  @Text({ optional: true, example: 'COMAR' })
  acronym: string | null;

  @Text()
  nameEn: string;

  @Text()
  nameEs: string;
}

export class CommitmentStandingDto {
  @Uuid()
  commitmentId: string;

  @Text({ example: 'MX-01' })
  code: string;

  @Text({ example: 'protection' })
  areaKey: string;

  @Text()
  titleEn: string;

  @Text()
  titleEs: string;

  @OneOf(['approved', 'submitted', 'returned', 'draft', 'explained', 'missing'])
  status: string;

  @Uuid({ optional: true })
  updateId: string | null;

  @OneOf(EXPLANATION_KINDS, { optional: true })
  explanation: ExplanationKind | null;
}

export class CompletenessDto {
  @Nested(() => StandingCounts)
  total: StandingCounts;

  @Nested(() => AreaStanding, { many: true })
  areas: AreaStanding[];

  @Nested(() => InstitutionStanding, { many: true, description: 'By leading institution' })
  institutions: InstitutionStanding[];

  @Nested(() => CommitmentStandingDto, { many: true })
  commitments: CommitmentStandingDto[];
}
