/** A handler's word that trying again is of no use; the job counts as failed at once. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
}

/** A try of a job was ended because its time was up. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';

  constructor(milliseconds: number) {
    super(`took longer than ${milliseconds} ms`);
  }
}
