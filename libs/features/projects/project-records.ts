import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type FieldProblem, invalidFields, unknownKey } from '#platform/http';
import type { ProjectInput } from './project.input.js';
import { countProblems, dayProblems, moneyProblems } from './project.rules.js';

/** What the keys and codes of a project stand for. */
export interface ResolvedProject {
  executingId: string | null;
  donorId: string | null;
  commitmentIds: string[];
}

interface Found extends Record<string, unknown> {
  programme: boolean;
  state: boolean;
  executingId: string | null;
  donorId: string | null;
  commitments: { code: string; id: string; stateCode: string }[];
}

const RESOLVE = `
  SELECT EXISTS (SELECT FROM programmes WHERE key = $1) AS programme, EXISTS (SELECT FROM states WHERE code = $2) AS state,
         (SELECT id FROM institutions WHERE key = $3) AS "executingId", (SELECT id FROM institutions WHERE key = $4) AS "donorId",
         coalesce((SELECT json_agg(json_build_object('code', code, 'id', id, 'stateCode', state_code)) FROM commitments WHERE code = ANY ($5::text[])), '[]') AS commitments`;

/** Turns keys and codes into rows, and writes the links of a project. */
@Injectable()
export class ProjectRecords {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError invalid with everything that is wrong */
  async resolve(input: ProjectInput): Promise<ResolvedProject> {
    const { programme, state = null, executingEntity = null, donor = null } = input;
    const codes = [...new Set(input.commitments ?? [])];
    const found = (await this.database.one<Found>(RESOLVE, [
      programme,
      state,
      executingEntity,
      donor,
      codes,
    ])) as Found;
    const ids = new Map(found.commitments.map(({ code, id }) => [code, id]));
    const foreign = new Set(
      found.commitments.filter(({ stateCode }) => state && stateCode !== state).map(({ code }) => code),
    );
    const problems: FieldProblem[] = [
      ...(found.programme ? [] : [unknownKey('programme', programme)]),
      ...(state && !found.state ? [unknownKey('state', state)] : []),
      ...(executingEntity && !found.executingId ? [unknownKey('executingEntity', executingEntity)] : []),
      ...(donor && !found.donorId ? [unknownKey('donor', donor)] : []),
      ...codes.flatMap((code, n) => (ids.has(code) ? [] : [unknownKey(`commitments[${n}]`, code)])),
      ...codes.flatMap((code, n) => (foreign.has(code) ? [foreignCommitment(n, code)] : [])),
      ...moneyProblems(input),
      ...dayProblems('expectedEndOn', { on: input.expectedEndOn, precision: input.expectedEndPrecision }),
      ...countProblems('beneficiariesExpected', input.beneficiariesExpected, input.beneficiariesQualifier),
    ];
    if (problems.length > 0) throw invalidFields(problems);
    return { executingId: found.executingId, donorId: found.donorId, commitmentIds: [...ids.values()] };
  }

  /** Makes the commitments of a project exactly these. */
  async link(projectId: string, { commitmentIds }: ResolvedProject): Promise<void> {
    await this.database.execute('DELETE FROM project_commitments WHERE project_id = $1', [projectId]);
    await this.database.execute(
      'INSERT INTO project_commitments (project_id, commitment_id) SELECT $1, unnest($2::uuid[])',
      [projectId, commitmentIds],
    );
  }
}

const foreignCommitment = (place: number, code: string): FieldProblem => ({
  field: `commitments[${place}]`,
  detail: {
    en: `${code} is a commitment of another State; a project serves those of its own`,
    es: `${code} es un compromiso de otro Estado; un proyecto sirve a los del suyo`,
  },
});
