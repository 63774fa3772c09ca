import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type FieldProblem, invalidFields, unknownKey } from '#platform/http';
import type { PledgeInput } from './pledge.input.js';

/** What the keys and codes of a pledge stand for. */
export interface ResolvedPledge {
  institutionId: string | null;
  /** The State that the pledge belongs to: the submitting one, or that of the submitting institution. */
  stateCode: string | null;
  areas: string[];
  commitmentIds: string[];
}

interface Found extends Record<string, unknown> {
  forum: boolean;
  state: boolean;
  team: boolean;
  institutionId: string | null;
  institutionState: string | null;
  areas: string[];
  commitments: { code: string; id: string }[];
}

const RESOLVE = `
  SELECT EXISTS (SELECT FROM pledge_forums WHERE key = $1) AS forum,
         $2::text IS NULL OR EXISTS (SELECT FROM states WHERE code = $2) AS state,
         $6::text IS NULL OR EXISTS (SELECT FROM teams WHERE key = $6) AS team,
         i.id AS "institutionId", i.state_code AS "institutionState",
         array(SELECT key FROM areas WHERE key = ANY ($4::text[])) AS areas,
         coalesce((SELECT json_agg(json_build_object('code', code, 'id', id)) FROM commitments WHERE code = ANY ($5::text[])), '[]') AS commitments
    FROM (SELECT 1) one LEFT JOIN institutions i ON i.key = $3`;

/** Turns keys and codes into rows, and writes the links of a pledge. */
@Injectable()
export class PledgeRecords {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError invalid with every key and code that stands for nothing */
  async resolve(input: PledgeInput): Promise<ResolvedPledge> {
    const areas = [...new Set(input.areas ?? [])];
    const codes = [...new Set(input.commitments ?? [])];
    const { forum, submitterState = null, submitterInstitution = null, team = null } = input;
    const found = (await this.database.one<Found>(RESOLVE, [
      forum,
      submitterState,
      submitterInstitution,
      areas,
      codes,
      team,
    ])) as Found;
    const ids = new Map(found.commitments.map(({ code, id }) => [code, id]));
    const problems: FieldProblem[] = [
      ...(found.forum ? [] : [unknownKey('forum', forum)]),
      ...(found.state ? [] : [unknownKey('submitterState', submitterState ?? '')]),
      ...(submitterInstitution && !found.institutionId
        ? [unknownKey('submitterInstitution', submitterInstitution)]
        : []),
      ...(submitterState && submitterInstitution ? [BOTH] : []),
      ...(found.team ? [] : [unknownKey('team', team ?? '')]),
      ...areas.flatMap((key, n) => (found.areas.includes(key) ? [] : [unknownKey(`areas[${n}]`, key)])),
      ...codes.flatMap((code, n) => (ids.has(code) ? [] : [unknownKey(`commitments[${n}]`, code)])),
    ];
    if (problems.length > 0) throw invalidFields(problems);
    return {
      institutionId: found.institutionId,
      stateCode: submitterState ?? found.institutionState,
      areas,
      commitmentIds: [...ids.values()],
    };
  }

  /** Makes areas and commitments of a pledge exactly these. */
  async link(pledgeId: string, { areas, commitmentIds }: ResolvedPledge): Promise<void> {
    await this.database.execute('DELETE FROM pledge_areas WHERE pledge_id = $1', [pledgeId]);
    await this.database.execute('DELETE FROM pledge_commitments WHERE pledge_id = $1', [pledgeId]);
    await this.database.execute(
      'INSERT INTO pledge_areas (pledge_id, area_key) SELECT $1, unnest($2::text[])',
      [pledgeId, areas],
    );
    await this.database.execute(
      'INSERT INTO pledge_commitments (pledge_id, commitment_id) SELECT $1, unnest($2::uuid[])',
      [pledgeId, commitmentIds],
    );
  }
}

const BOTH: FieldProblem = {
  field: 'submitterInstitution',
  detail: {
    en: 'name a State or an institution, not both',
    es: 'indique un Estado o una institución, no ambos',
  },
};
