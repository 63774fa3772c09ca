import { Database } from '#platform/database';
import type { SeedServices } from '../seed.js';

/** Finds commitments by State and number, as the seed files name them. */
export class CommitmentIndex {
  private constructor(private readonly ids: ReadonlyMap<string, string>) {}

  static async read(services: SeedServices): Promise<CommitmentIndex> {
    const rows = await services.get(Database).query<{ id: string; stateCode: string; number: number }>(
      `SELECT v.commitment_id AS id, p.state_code AS "stateCode", v.number
       FROM plans p JOIN commitment_versions v ON v.plan_id = p.id WHERE p.status = 'adopted'`,
    );
    return new CommitmentIndex(
      new Map(rows.map(({ id, stateCode, number }) => [`${stateCode}-${number}`, id])),
    );
  }

  /** @throws Error when the State's plan has no such number */
  id(stateCode: string, number: number): string {
    const id = this.ids.get(`${stateCode}-${number}`);
    if (!id) throw new Error(`The plan of ${stateCode} has no commitment ${number}.`);
    return id;
  }
}
