import { CYCLE_KINDS, type CycleKind } from '#features/cycles';
import { DateOnly, Instant, Nested, OneOf, Text, Uuid, Whole } from '#platform/http';

export class EditionDto {
  @Text({ example: '2024-annual' })
  cycleKey: string;

  @Whole({ example: 2024 })
  year: number;

  @OneOf(CYCLE_KINDS, { example: 'annual' })
  kind: CycleKind;

  @DateOnly({ example: '2024-01-01' })
  factsFrom: string;

  @DateOnly({ example: '2024-12-31' })
  factsTo: string;

  @Uuid()
  snapshotId: string;

  @Whole({ description: 'Number of the snapshot within its cycle', example: 1 })
  number: number;

  @Text({
    description: 'SHA-256 of the frozen text, by which anybody can tell two editions apart',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  sha256: string;

  @Instant({ description: 'When the region endorsed it' })
  frozenAt: string;

  @Instant({ optional: true })
  publishedAt: string | null;
}

export class CitedEditionDto extends EditionDto {
  @Text({ max: 500, example: 'MIRPS (2025). Progress of the States’ commitments 2024, annual. …' })
  citeEn: string;

  @Text({ max: 500, example: 'MIRPS (2025). Avances de los compromisos de los Estados 2024, anual. …' })
  citeEs: string;
}

export class LicenceDto {
  @Text({ description: 'SPDX name', example: 'CC-BY-4.0' })
  key: string;

  @Text({ example: 'Creative Commons Attribution 4.0 International' })
  name: string;

  @Text({ example: 'https://creativecommons.org/licenses/by/4.0/' })
  url: string;
}

export class PublicationsDto {
  @Nested(() => LicenceDto, {
    optional: true,
    description: 'Null: none was stated, so ask before other use than citing',
  })
  licence: LicenceDto | null;

  @Nested(() => CitedEditionDto, { many: true })
  editions: CitedEditionDto[];
}
