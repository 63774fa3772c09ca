import { OmitType } from '@nestjs/swagger';
import { Anything, DateOnly, Instant, Nested, OneOf, PageQuery, Text, Uuid, Whole } from '#platform/http';
import { CHAIN_PROBLEMS, type ChainProblemKind } from './audit.rules.js';
import { AUDITED_KINDS, type AuditedKind } from './audited-kinds.js';

/** Which entries to list. */
export class AuditQuery extends PageQuery {
  @OneOf(AUDITED_KINDS, { optional: true, description: 'Kind of what was changed', example: 'update' })
  entity?: AuditedKind;

  @Text({
    optional: true,
    max: 100,
    description: 'Id of what was changed',
    example: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11',
  })
  entityId?: string;

  @Uuid({ optional: true, description: 'Who changed it' })
  actorId?: string;

  @Uuid({ optional: true, description: 'On whose behalf' })
  onBehalfOfId?: string;

  @Text({ optional: true, max: 2, pattern: [/^[A-Z]{2}$/, 'MX'], description: 'State code', example: 'MX' })
  state?: string;

  @Text({ optional: true, max: 60, description: 'Verb of the change', example: 'update.approve' })
  action?: string;

  @Text({
    optional: true,
    max: 100,
    description: 'Id of the request',
    example: 'b6a0c3d1-5c1e-4a44-9d5e-2b6f0c3d1e11',
  })
  requestId?: string;

  @Text({
    optional: true,
    max: 200,
    description: 'Words of the reason, each as it stands there',
    example: 'COMAR',
  })
  reason?: string;

  @Instant({ optional: true, description: 'From this instant' })
  from?: string;

  @Instant({ optional: true, description: 'Before this instant' })
  to?: string;
}

/** Which entries a file holds. */
export class AuditFilter extends OmitType(AuditQuery, ['limit', 'cursor']) {}

/** One field that changed. */
export class FieldChangeDto {
  @Text({ description: 'Path of the field', example: 'facts[0].value' })
  field: string;

  @Anything({ optional: true, description: 'As it was; absent when the field is new', example: 'submitted' })
  before?: unknown;

  @Anything({
    optional: true,
    description: 'As it became; absent when the field is gone',
    example: 'approved',
  })
  after?: unknown;
}

/** One change as readers see it. */
export class AuditEntryDto {
  @Text({ description: 'Ascending number', example: '1024' })
  id: string;

  @Instant()
  at: Date;

  @Uuid({ optional: true, description: 'Null when the product acted for itself' })
  actorId: string | null;

  @Text({ example: 'Ana Pérez' })
  actorName: string;

  @Uuid({ optional: true, description: 'Whose powers were used, when somebody absent had handed them over' })
  onBehalfOfId: string | null;

  @Text({ optional: true, example: 'Luis Gómez' })
  onBehalfOfName: string | null;

  @Text({ example: 'update.approve' })
  action: string;

  @OneOf(AUDITED_KINDS, { example: 'update' })
  entity: AuditedKind;

  @Text({ example: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11' })
  entityId: string;

  @Text({ optional: true, example: 'MX' })
  stateCode: string | null;

  @Nested(() => FieldChangeDto, {
    many: true,
    description: 'Field by field; of something new or removed, all its fields',
  })
  changes: FieldChangeDto[];

  @Text({ optional: true, example: 'Figure corrected by COMAR' })
  reason: string | null;

  @Text({ optional: true, example: 'b6a0c3d1-5c1e-4a44-9d5e-2b6f0c3d1e11' })
  requestId: string | null;
}

export class ChainDayQuery {
  @DateOnly({ optional: true, description: 'UTC; default: the last day of the chain', example: '2024-07-01' })
  day?: string;
}

/** What somebody did to the trail behind the product's back. */
export class ChainProblemDto {
  @OneOf(CHAIN_PROBLEMS, {
    description: 'No longer says what was sealed; is gone; was not written by the product',
  })
  kind: ChainProblemKind;

  @DateOnly({ optional: true, description: 'UTC day of its seal', example: '2024-07-01' })
  day: string | null;

  @Whole({ optional: true, description: 'Place in the chain of that day', example: 17 })
  position: number | null;

  @Text({ optional: true, example: '1024' })
  entryId: string | null;
}

/** When somebody last went through the whole trail, and what they found. */
export class AuditCheckDto {
  @Instant()
  at: Date;

  @Whole({ description: 'Sealed entries looked at', example: 48210 })
  entries: number;

  @Whole({ description: 'Of those, entries of the day asked about', example: 310 })
  ofDay: number;

  @Nested(() => ChainProblemDto, { many: true, description: 'The first hundred' })
  problems: ChainProblemDto[];
}

/** How the chain of a day stands. */
export class ChainDayDto {
  @DateOnly({ optional: true, description: 'UTC; null as long as nothing was sealed', example: '2024-07-01' })
  day: string | null;

  @Whole({ description: 'Sealed entries of that day', example: 312 })
  entries: number;

  @Text({ optional: true, description: 'Hash of its last entry', example: 'q1Yk…' })
  head: string | null;

  @Whole({ description: 'Entries of the whole trail that wait for the next sealing', example: 3 })
  waiting: number;

  @Nested(() => AuditCheckDto, { optional: true, description: 'Null as long as nobody verified the trail' })
  lastCheck: AuditCheckDto | null;
}
