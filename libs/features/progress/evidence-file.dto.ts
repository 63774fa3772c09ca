import { Text, Uuid, Whole } from '#platform/http';

/** A file that was sent as evidence. Its content is at `/api/evidence-files/{id}`. */
export class EvidenceFileView {
  @Uuid()
  id: string;

  @Text({
    example: 'Acta de apertura.pdf',
    description: 'As its sender called it, with the ending of what it is',
  })
  name: string;

  @Text({ example: 'application/pdf' })
  contentType: string;

  @Whole({ min: 1, example: 482_133 })
  bytes: number;
}

export class EvidenceFileQuery {
  @Text({ max: 20, description: 'The cycle of the update', example: '2024-annual' })
  cycle: string;
}
