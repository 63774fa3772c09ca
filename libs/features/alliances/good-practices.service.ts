import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Database, newId } from '#platform/database';
import { type Actor, type Bilingual, invalidFields, notFound, stale } from '#platform/http';
import { practiceProblems } from './alliance.rules.js';
import type {
  CreateGoodPractice,
  GoodPracticeBody,
  GoodPracticesQuery,
  GoodPracticeView,
} from './good-practice.dto.js';

const PRACTICE: Bilingual = { en: 'good practice', es: 'la buena práctica' };

/** $1 State, $2 area, $3 State that adopted it, $4 commitment, $5 id; each null for any. */
const FIND = `
  SELECT g.id, g.state_code AS "stateCode", g.area_key AS "areaKey", g.year, g.title_en AS "titleEn", g.title_es AS "titleEs",
         g.text_en AS "textEn", g.text_es AS "textEs", g.sources, g.version,
         ARRAY(SELECT c.code FROM good_practice_commitments l JOIN commitments c ON c.id = l.commitment_id
                WHERE l.practice_id = g.id ORDER BY c.code) AS commitments,
         (SELECT coalesce(json_agg(json_build_object('stateCode', a.state_code, 'year', a.year, 'source', a.source) ORDER BY a.state_code), '[]')
            FROM good_practice_adoptions a WHERE a.practice_id = g.id) AS adoptions
    FROM good_practices g
   WHERE ($1::text IS NULL OR g.state_code = $1) AND ($2::text IS NULL OR g.area_key = $2) AND ($5::uuid IS NULL OR g.id = $5)
     AND ($3::text IS NULL OR EXISTS (SELECT FROM good_practice_adoptions a WHERE a.practice_id = g.id AND a.state_code = $3))
     AND ($4::uuid IS NULL OR EXISTS (SELECT FROM good_practice_commitments l WHERE l.practice_id = g.id AND l.commitment_id = $4))
   ORDER BY g.year DESC, g.state_code, g.title_en, g.id`;

type PracticeRow = Omit<GoodPracticeView, 'mayWrite'>;

/** The inventory of good practices: whose, on what, for which commitments, and who adopted them. */
@Injectable()
export class GoodPracticesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** Newest year first. */
  async list(actor: Actor, query: GoodPracticesQuery): Promise<GoodPracticeView[]> {
    return (await this.find(query)).map((practice) => this.view(actor, practice));
  }

  /** @throws DomainError not_found */
  async get(actor: Actor, id: string): Promise<GoodPracticeView> {
    return this.view(actor, await this.one(id));
  }

  /** @throws DomainError forbidden, invalid with everything that is wrong */
  create(actor: Actor, { stateCode, ...body }: CreateGoodPractice): Promise<GoodPracticeView> {
    return this.database.transaction(async () => {
      this.access.assertMay(actor, 'good_practice.write', { stateCode }, PRACTICE);
      await this.check({ stateCode, ...body });
      const id = newId();
      await this.database.execute(
        `INSERT INTO good_practices (id, state_code, area_key, year, title_en, title_es, text_en, text_es, sources)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, stateCode, ...valuesOf(body)],
      );
      return this.put(actor, id, body);
    });
  }

  /** Replaces a good practice whole. @throws DomainError not_found, forbidden, invalid, stale with the version that won */
  save(actor: Actor, id: string, version: number, body: GoodPracticeBody): Promise<GoodPracticeView> {
    return this.database.transaction(async () => {
      const before = await this.held(actor, id, version);
      await this.check({ ...body, stateCode: before.stateCode });
      await this.database.execute(
        `UPDATE good_practices SET area_key = $2, year = $3, title_en = $4, title_es = $5, text_en = $6, text_es = $7, sources = $8,
                version = version + 1 WHERE id = $1`,
        [id, ...valuesOf(body)],
      );
      for (const table of ['good_practice_commitments', 'good_practice_adoptions'])
        await this.database.execute(`DELETE FROM ${table} WHERE practice_id = $1`, [id]);
      return this.put(actor, id, body, before);
    });
  }

  /** Takes a good practice out of the inventory. @throws DomainError not_found, forbidden, stale with the version that won */
  remove(actor: Actor, id: string, version: number): Promise<void> {
    return this.database.transaction(async () => {
      const before = await this.held(actor, id, version);
      await this.database.execute('DELETE FROM good_practices WHERE id = $1', [id]);
      await this.audit.record({
        action: 'good_practice.remove',
        entity: 'good_practice',
        entityId: id,
        stateCode: before.stateCode,
        before,
      });
    });
  }

  /** The version that the caller saw, held until the transaction ends, for whoever may write it. */
  private async held(actor: Actor, id: string, version: number): Promise<PracticeRow> {
    await this.database.query('SELECT FROM good_practices WHERE id = $1 FOR UPDATE', [id]);
    const before = await this.one(id);
    this.access.assertMay(actor, 'good_practice.write', before, PRACTICE);
    if (before.version !== version) throw stale(this.view(actor, before));
    return before;
  }

  private async put(
    actor: Actor,
    id: string,
    { commitments, adoptions }: GoodPracticeBody,
    before?: PracticeRow,
  ): Promise<GoodPracticeView> {
    await this.database.execute(
      `INSERT INTO good_practice_commitments (practice_id, commitment_id)
       SELECT g.id, c.id FROM good_practices g JOIN commitments c ON c.state_code = g.state_code WHERE g.id = $1 AND c.code = ANY($2)`,
      [id, commitments],
    );
    await this.database.execute(
      `INSERT INTO good_practice_adoptions (practice_id, state_code, year, source)
       SELECT $1, r."stateCode", r.year, r.source FROM json_to_recordset($2) AS r("stateCode" text, year int, source text)`,
      [id, JSON.stringify(adoptions)],
    );
    const after = await this.one(id);
    await this.audit.record({
      action: before ? 'good_practice.save' : 'good_practice.create',
      entity: 'good_practice',
      entityId: id,
      stateCode: after.stateCode,
      before,
      after,
    });
    return this.view(actor, after);
  }

  private async check(practice: CreateGoodPractice): Promise<void> {
    const known = await this.database.one<{ areas: string[]; states: string[]; commitments: string[] }>(
      `SELECT ARRAY(SELECT key FROM areas) AS areas, ARRAY(SELECT code FROM states) AS states,
              ARRAY(SELECT code FROM commitments WHERE state_code = $1) AS commitments`,
      [practice.stateCode],
    );
    const problems = practiceProblems(practice, {
      areas: new Set(known?.areas),
      states: new Set(known?.states),
      commitments: new Set(known?.commitments),
    });
    if (problems.length > 0) throw invalidFields(problems);
  }

  private async one(id: string): Promise<PracticeRow> {
    const [practice] = await this.find({}, id);
    if (!practice) throw notFound(PRACTICE);
    return practice;
  }

  private find({ state, area, adoptedBy, commitment }: GoodPracticesQuery, id?: string) {
    return this.database.query<PracticeRow & Record<string, unknown>>(FIND, [
      state ?? null,
      area ?? null,
      adoptedBy ?? null,
      commitment ?? null,
      id ?? null,
    ]);
  }

  private view(actor: Actor, practice: PracticeRow): GoodPracticeView {
    const { stateCode } = practice;
    return { ...practice, mayWrite: this.access.may(actor, 'good_practice.write', { stateCode }) };
  }
}

const valuesOf = (body: GoodPracticeBody): unknown[] => [
  body.areaKey,
  body.year,
  body.titleEn,
  body.titleEs,
  body.textEn || null,
  body.textEs || null,
  body.sources,
];
