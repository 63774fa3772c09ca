import { LongText } from '#platform/http';
import { UpdateSummary } from './update.views.js';

/** An update in the history of its commitment. */
export class UpdateInTime extends UpdateSummary {
  @LongText({ optional: true, description: 'Why it was returned the last time' })
  returnReason: string | null;

  @LongText({ optional: true, description: 'Why this revision was needed; null in the first' })
  revisionReason: string | null;
}
