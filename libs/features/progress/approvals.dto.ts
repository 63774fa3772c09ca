import { LongText, Nested, Text, TextList, Uuid } from '#platform/http';
import { UpdateReceipt } from './update.views.js';

export class ApproveUnchanged {
  @TextList({
    max: 36,
    most: 200,
    description: 'Ids of submitted updates that say that nothing changed',
    example: ['0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11'],
  })
  updateIds: string[];
}

/** An update that was not approved, and why; the others were all the same. */
export class RefusedApproval {
  @Uuid()
  id: string;

  @Text({
    optional: true,
    description: 'Of its commitment; null when there is none to see',
    example: 'MX-07',
  })
  code: string | null;

  @LongText({ example: 'Somebody else moved this update a moment ago. Look at it again.' })
  detailEn: string;

  @LongText({ example: 'Otra persona movió esta actualización hace un momento. Vuelva a abrirla.' })
  detailEs: string;
}

export class ApprovalsDto {
  @Nested(() => UpdateReceipt, { many: true })
  approved: UpdateReceipt[];

  @Nested(() => RefusedApproval, { many: true })
  refused: RefusedApproval[];
}
