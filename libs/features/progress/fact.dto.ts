import { Bool, LongText, Nested, OneOf, PageQuery, Text, TextList, Uuid } from '#platform/http';
import { FigureDto } from './figure.dto.js';
import {
  EVIDENCE_KINDS,
  type EvidenceKind,
  FACT_KINDS,
  FACT_MATCHES,
  FACT_SECTIONS,
  type FactKind,
  type FactMatch,
  type FactSection,
} from './progress.vocabulary.js';

const STATE = { max: 2, pattern: [/^[A-Z]{2}$/, 'MX'] as [RegExp, string], example: 'MX' };

/** Its title in at least one language. */
export class EvidenceDto {
  @Text({ optional: true, max: 300, example: 'COMAR statistics, September 2024' })
  titleEn?: string | null;

  @Text({ optional: true, max: 300, example: 'Estadísticas de la COMAR, septiembre de 2024' })
  titleEs?: string | null;

  @OneOf(EVIDENCE_KINDS, { example: 'link' })
  kind: EvidenceKind;

  @Text({
    optional: true,
    max: 2000,
    pattern: [/^https?:\/\//, 'https://…'],
    description: 'For links',
    example: 'https://www.gob.mx/comar',
  })
  url?: string | null;

  @Uuid({
    optional: true,
    description: 'For files, which updates may name: the id that the upload gave. Facts have links alone.',
    example: null,
  })
  fileId?: string | null;
}

export class FactCommitmentDto {
  @Uuid()
  commitmentId: string;

  @OneOf(FACT_MATCHES, { example: 'direct' })
  match: FactMatch;
}

/** Something that happened or was counted, in at least one language. */
export class FactContent {
  @Text({ optional: true, max: 40, description: 'Fixed name in the source material', example: 'BZ24-03' })
  code?: string | null;

  @OneOf(FACT_KINDS, { example: 'indicator_observation' })
  kind: FactKind;

  @LongText({ optional: true, max: 5000, example: 'Interviews to decide refugee status' })
  textEn?: string | null;

  @LongText({ optional: true, max: 5000, example: 'Entrevistas para determinar la condición de refugiado' })
  textEs?: string | null;

  @TextList({ optional: true, most: 50, example: ['Refugees Department (BZ)'] })
  institutions?: string[];

  @Text({ optional: true, max: 500, example: 'MIRPS Annual Report 2024, line 564' })
  source?: string | null;

  @LongText({
    optional: true,
    max: 2000,
    description: 'What a reader must know about it',
    example: 'The window lies before 2024.',
  })
  noteEn?: string | null;

  @LongText({ optional: true, max: 2000, example: 'El período es anterior a 2024.' })
  noteEs?: string | null;

  @Nested(() => FigureDto, { many: true, optional: true, max: 100 })
  figures?: FigureDto[];

  @Nested(() => FactCommitmentDto, {
    many: true,
    optional: true,
    max: 50,
    description: 'Commitments that it answers beside that of its update',
  })
  commitments?: FactCommitmentDto[];

  @Nested(() => EvidenceDto, { many: true, optional: true, max: 50 })
  evidence?: EvidenceDto[];
}

/** A fact that no commitment answers: it stands free in a State's cycle. */
export class FreeFactContent extends FactContent {
  @Text({
    optional: true,
    max: 60,
    description: 'Area; leave out when there is a section',
    example: 'GT:internal_displacement',
  })
  areaKey?: string | null;

  @OneOf(FACT_SECTIONS, {
    optional: true,
    description: 'Report section of what belongs to no area',
    example: 'context',
  })
  section?: FactSection | null;
}

export class CreateFact extends FreeFactContent {
  @Text({ max: 20, example: '2024-annual' })
  cycleKey: string;

  @Text(STATE)
  stateCode: string;
}

export class FactsQuery extends PageQuery {
  @Text({ optional: true, max: 20, description: 'Cycle', example: '2024-annual' })
  cycle?: string;

  @Text({ optional: true, ...STATE, description: 'State code' })
  state?: string;

  @Bool({ optional: true, description: 'Only those that belong to no update', example: true })
  freeStanding?: boolean;
}
