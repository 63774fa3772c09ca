import { Instant, JsonObject, PageQuery, Text, Uuid } from '#platform/http';

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

  @Uuid({ optional: true, description: 'Who changed it' })
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

  @Text({ example: 'update.approve' })
  action: string;

  @Text({ example: 'update' })
  entity: string;

  @Text({ example: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11' })
  entityId: string;

  @Text({ optional: true, example: 'MX' })
  stateCode: string | null;

  @JsonObject({
    optional: true,
    description: 'Changed fields as they were',
    example: { reviewState: 'submitted' },
  })
  before: unknown;

  @JsonObject({
    optional: true,
    description: 'Changed fields as they became',
    example: { reviewState: 'approved' },
  })
  after: unknown;

  @Text({ optional: true, example: 'Figure corrected by COMAR' })
  reason: string | null;

  @Text({ optional: true, example: 'b6a0c3d1-5c1e-4a44-9d5e-2b6f0c3d1e11' })
  requestId: string | null;
}
