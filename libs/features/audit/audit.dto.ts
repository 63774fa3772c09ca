import { Anything, Instant, Nested, PageQuery, Text, Uuid } from '#platform/http';

/** Which entries to list. */
export class AuditQuery extends PageQuery {
  @Text({ optional: true, max: 60, description: 'What was changed', example: 'update' })
  entity?: string;

  @Text({
    optional: true,
    max: 100,
    description: 'Id of what was changed',
    example: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11',
  })
  entityId?: string;

  @Uuid({ optional: true, description: 'Who changed it, or on whose behalf' })
  actorId?: string;

  @Text({ optional: true, max: 2, pattern: [/^[A-Z]{2}$/, 'MX'], description: 'State code', example: 'MX' })
  state?: string;

  @Text({ optional: true, max: 60, description: 'Verb of the change', example: 'update.approve' })
  action?: string;

  @Instant({ optional: true, description: 'From this instant' })
  from?: string;

  @Instant({ optional: true, description: 'Before this instant' })
  to?: string;
}

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

  @Text({ example: 'update' })
  entity: string;

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
