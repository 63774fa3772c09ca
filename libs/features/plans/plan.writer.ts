import { Inject, Injectable } from '@nestjs/common';
import { Database, newId } from '#platform/database';
import { type FieldProblem, invalidFields } from '#platform/http';
import type { CommitmentContent } from './plan.content.js';
import { codeOf, type Known, ordinalOf } from './plan.rules.js';

const KNOWN = `
  SELECT array(SELECT key FROM areas WHERE shared OR state_code = $1) AS areas,
         array(SELECT key FROM institutions WHERE state_code IS NULL OR state_code = $1) AS institutions,
         array(SELECT code FROM commitments WHERE state_code = $1) AS codes`;

const INSERT_COMMITMENTS = `
  INSERT INTO commitments (id, state_code, code)
  SELECT id, $2, code FROM jsonb_to_recordset($1) AS r(id uuid, code text)`;

const FIELDS = `"areaKey" text, "titleEn" text, "titleEs" text, "summaryEn" text, "summaryEs" text, "actionMode" text,
  "targetGroups" text[], "startsOn" date, "dueOn" date, continuous boolean, priority text, weight numeric`;

const INSERT_VERSIONS = `
  INSERT INTO commitment_versions (id, commitment_id, plan_id, number, area_key, title_en, title_es, summary_en, summary_es,
         action_mode, target_groups, starts_on, due_on, continuous, priority, weight)
  SELECT r."versionId", c.id, $2, r.number, r."areaKey", r."titleEn", r."titleEs", r."summaryEn", r."summaryEs", r."actionMode",
         coalesce(r."targetGroups", '{}'), r."startsOn", r."dueOn", coalesce(r.continuous, false), coalesce(r.priority, 'normal'), r.weight
    FROM jsonb_to_recordset($1) AS r("versionId" uuid, code text, number int, ${FIELDS})
    JOIN commitments c ON c.code = r.code`;

const UPDATE_VERSION = `
  UPDATE commitment_versions v
     SET area_key = r."areaKey", title_en = r."titleEn", title_es = r."titleEs", summary_en = r."summaryEn",
         summary_es = r."summaryEs", action_mode = r."actionMode", target_groups = coalesce(r."targetGroups", '{}'),
         starts_on = r."startsOn", due_on = r."dueOn", continuous = coalesce(r.continuous, false),
         priority = coalesce(r.priority, 'normal'), weight = r.weight
    FROM jsonb_to_record($1) AS r(${FIELDS})
   WHERE v.id = $2`;

const INSERT_INSTITUTIONS = `
  INSERT INTO commitment_institutions (commitment_version_id, institution_id, role, basis, basis_note_en, basis_note_es, position)
  SELECT r."versionId", i.id, r.role, r.basis, r."basisNoteEn", r."basisNoteEs", r.position
    FROM jsonb_to_recordset($1) AS r("versionId" uuid, key text, role text, basis text, "basisNoteEn" text, "basisNoteEs" text, position int)
    JOIN institutions i ON i.key = r.key`;

const INSERT_MILESTONES = `
  INSERT INTO milestones (id, commitment_version_id, title_en, title_es, weight, position, due_on)
  SELECT r.id, r."versionId", r."titleEn", r."titleEs", coalesce(r.weight, 1), r.position, r."dueOn"
    FROM jsonb_to_recordset($1) AS r(id uuid, "versionId" uuid, "titleEn" text, "titleEs" text, weight numeric, position int, "dueOn" date)`;

interface Placed {
  versionId: string;
  content: CommitmentContent;
}

/** Puts checked commitments into a draft, however many, in a fixed number of statements. Runs in the caller's transaction. */
@Injectable()
export class PlanWriter {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Refuses input with everything that is wrong about it. @throws DomainError invalid */
  async check(stateCode: string, problemsOf: (known: Known) => FieldProblem[]): Promise<void> {
    const problems = problemsOf(await this.known(stateCode));
    if (problems.length > 0) throw invalidFields(problems);
  }

  /**
   * Adds commitments to a draft, numbered from `first` on. Those without a code become new commitments of the State, with
   * the codes that follow its last one.
   * @returns the ids of the new versions, in the same order
   */
  async add(
    stateCode: string,
    planId: string,
    first: number,
    contents: readonly CommitmentContent[],
  ): Promise<string[]> {
    if (contents.length === 0) return [];
    const codes = await this.codesFor(stateCode, contents);
    const versions = contents.map((content, index) => ({
      ...content,
      versionId: newId(),
      number: first + index,
      code: codes[index],
    }));
    await this.database.execute(INSERT_VERSIONS, [JSON.stringify(versions), planId]);
    await this.addParts(versions.map(({ versionId }, index) => ({ versionId, content: contents[index]! })));
    return versions.map(({ versionId }) => versionId);
  }

  /** Gives a version of a draft other words, institutions and milestones. */
  async replace(versionId: string, content: CommitmentContent): Promise<void> {
    await this.database.execute(UPDATE_VERSION, [JSON.stringify(content), versionId]);
    await this.database.execute('DELETE FROM commitment_institutions WHERE commitment_version_id = $1', [
      versionId,
    ]);
    await this.database.execute('DELETE FROM milestones WHERE commitment_version_id = $1', [versionId]);
    await this.addParts([{ versionId, content }]);
  }

  /** Forgets commitments of the State that no plan version holds any more: they were never adopted. */
  async forgetUnadopted(stateCode: string): Promise<void> {
    await this.database.execute(
      `DELETE FROM commitments c WHERE state_code = $1
          AND NOT EXISTS (SELECT FROM commitment_versions v WHERE v.commitment_id = c.id)`,
      [stateCode],
    );
  }

  private async known(stateCode: string): Promise<Known> {
    const row = await this.database.one<{ areas: string[]; institutions: string[]; codes: string[] }>(KNOWN, [
      stateCode,
    ]);
    return {
      areas: new Set(row?.areas),
      institutions: new Set(row?.institutions),
      codes: new Set(row?.codes),
    };
  }

  /** The code of each commitment, old or new; the new ones exist afterwards. */
  private async codesFor(stateCode: string, contents: readonly CommitmentContent[]): Promise<string[]> {
    const { codes: present } = await this.known(stateCode);
    let last = Math.max(0, ...[...present].map(ordinalOf));
    const codes = contents.map((content) => content.code ?? codeOf(stateCode, ++last));
    const fresh = codes.filter((code) => !present.has(code)).map((code) => ({ id: newId(), code }));
    await this.database.execute(INSERT_COMMITMENTS, [JSON.stringify(fresh), stateCode]);
    return codes;
  }

  private async addParts(placed: readonly Placed[]): Promise<void> {
    const institutions = placed.flatMap(({ versionId, content }) =>
      (content.institutions ?? []).map((institution, position) => ({ ...institution, versionId, position })),
    );
    const milestones = placed.flatMap(({ versionId, content }) =>
      (content.milestones ?? []).map((milestone, index) => ({
        ...milestone,
        id: newId(),
        versionId,
        position: index + 1,
      })),
    );
    if (institutions.length > 0)
      await this.database.execute(INSERT_INSTITUTIONS, [JSON.stringify(institutions)]);
    if (milestones.length > 0) await this.database.execute(INSERT_MILESTONES, [JSON.stringify(milestones)]);
  }
}
