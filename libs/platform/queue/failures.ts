/** A handler's word that trying again is of no use; the job counts as failed at once. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
}
