/** What a person wrote and was sent in rooms that rank after this one, by section. */
export abstract class PersonalTraces {
  abstract of(userId: string): Promise<Record<string, unknown>>;
}
