/** What stands for a person who was erased: the same each time, and nothing of the person. */
export interface Pseudonym {
  name: string;
  /** In a domain that can never exist (RFC 2606), because an account has an address. */
  email: string;
}

/** @param id of the person; its end is random */
export function pseudonymOf(id: string): Pseudonym {
  return { name: `Persona ${id.slice(-6).toUpperCase()}`, email: `${id}@erased.invalid` };
}
