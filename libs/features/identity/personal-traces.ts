/** What a person wrote and was sent in rooms that rank after this one, by section. */
export abstract class PersonalTraces {
  abstract of(userId: string): Promise<Record<string, unknown>>;
  /** Removes what is only about the person and serves nobody without them. */
  abstract forget(userId: string): Promise<void>;
}
