import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Clock } from '#platform/clock';
import { Database, isConstraintViolation, newId } from '#platform/database';
import {
  type Actor,
  type Bilingual,
  conflict,
  invalid,
  invalidFields,
  notFound,
  stale,
} from '#platform/http';
import type {
  CreateMechanism,
  MechanismBody,
  MechanismsQuery,
  MechanismSummary,
  MechanismView,
} from './mechanism.dto.js';
import { mechanismProblems } from './mechanism.rules.js';
import {
  INSERT_AGREEMENTS,
  INSERT_SESSIONS,
  linkCommitments,
  MECHANISM_DETAIL,
  MECHANISM_LIST,
} from './mechanisms.queries.js';

const MECHANISM: Bilingual = { en: 'mechanism', es: 'el mecanismo' };

const FIELDS = [
  'kind',
  'nameEn',
  'nameEs',
  'mandateEn',
  'mandateEs',
  'chairEn',
  'chairEs',
  'secretariatEn',
  'secretariatEs',
  'sinceYear',
  'noteEn',
  'noteEs',
  'sources',
] as const satisfies readonly (keyof MechanismBody)[];

/** Roundtables, working groups and commissions of the States, with what they met about and agreed. */
@Injectable()
export class MechanismsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** Mechanisms by State; those that belong to another one after it. */
  list({ state, kind, commitment }: MechanismsQuery): Promise<MechanismSummary[]> {
    return this.database.query<MechanismSummary & Record<string, unknown>>(MECHANISM_LIST, [
      state ?? null,
      kind ?? null,
      commitment ?? null,
    ]);
  }

  /** @throws DomainError not_found */
  async get(id: string): Promise<MechanismView> {
    const row = await this.database.one<{ mechanism: MechanismView }>(MECHANISM_DETAIL, [id]);
    if (!row) throw notFound(MECHANISM);
    return row.mechanism;
  }

  /** @throws DomainError forbidden, invalid, conflict when the key is taken */
  create(actor: Actor, { key, ...body }: CreateMechanism): Promise<MechanismView> {
    const stateCode = key.slice(0, 2);
    return this.database.transaction(async () => {
      this.access.assertMay(actor, 'mechanism.write', { stateCode }, MECHANISM);
      const partOfId = await this.check(stateCode, body);
      const id = newId();
      try {
        await this.database.execute(
          `INSERT INTO mechanisms (id, key, state_code, part_of_id, updated_at, kind, name_en, name_es, mandate_en, mandate_es, chair_en, chair_es,
                                   secretariat_en, secretariat_es, since_year, note_en, note_es, sources)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
          [id, key, stateCode, partOfId, this.clock.now(), ...valuesOf(body)],
        );
      } catch (error) {
        if (isConstraintViolation(error, 'mechanisms_key'))
          throw conflict({ en: `The key ${key} is taken.`, es: `La clave ${key} ya está en uso.` });
        throw error;
      }
      return this.put(id, stateCode, body, undefined);
    });
  }

  /** Replaces a mechanism whole. @throws DomainError not_found, forbidden, invalid, stale with the version that won */
  save(actor: Actor, id: string, version: number, body: MechanismBody): Promise<MechanismView> {
    return this.database.transaction(async () => {
      await this.database.query('SELECT FROM mechanisms WHERE id = $1 FOR UPDATE', [id]);
      const before = await this.get(id);
      this.access.assertMay(actor, 'mechanism.write', { stateCode: before.stateCode }, MECHANISM);
      if (before.version !== version) throw stale(before);
      const partOfId = await this.check(before.stateCode, body, before.key);
      await this.database.execute(
        `UPDATE mechanisms SET part_of_id = $2, updated_at = $3, version = version + 1, kind = $4, name_en = $5, name_es = $6, mandate_en = $7,
                mandate_es = $8, chair_en = $9, chair_es = $10, secretariat_en = $11, secretariat_es = $12, since_year = $13, note_en = $14,
                note_es = $15, sources = $16 WHERE id = $1`,
        [id, partOfId, this.clock.now(), ...valuesOf(body)],
      );
      for (const table of ['mechanism_agreements', 'mechanism_sessions', 'mechanism_members'])
        await this.database.execute(`DELETE FROM ${table} WHERE mechanism_id = $1`, [id]);
      return this.put(id, before.stateCode, body, before);
    });
  }

  /** Adds what is not there yet, by key: for seeds. */
  async putMissing(actor: Actor, mechanisms: readonly CreateMechanism[]): Promise<void> {
    const known = new Set((await this.list({})).map(({ key }) => key));
    for (const mechanism of mechanisms) if (!known.has(mechanism.key)) await this.create(actor, mechanism);
  }

  private async put(
    id: string,
    stateCode: string,
    body: MechanismBody,
    before: MechanismView | undefined,
  ): Promise<MechanismView> {
    const place = <T extends object>(row: T, i: number) => ({ ...row, id: newId(), position: i + 1 });
    const sessions = body.sessions.map(place);
    const agreements = body.agreements.map(place).map((row) => ({
      ...row,
      sessionId: row.session == null ? null : (sessions[row.session - 1]?.id ?? null),
    }));
    await this.database.execute(
      `INSERT INTO mechanism_members (mechanism_id, institution_id) SELECT $1, id FROM institutions WHERE key = ANY($2)`,
      [id, body.members],
    );
    await this.database.execute(INSERT_SESSIONS, [JSON.stringify(sessions), id]);
    await this.database.execute(INSERT_AGREEMENTS, [JSON.stringify(agreements), id]);
    const links = (rows: readonly { id: string; commitments: string[] }[]) =>
      JSON.stringify(rows.flatMap((row) => row.commitments.map((code) => ({ id: row.id, code }))));
    await this.database.execute(linkCommitments('mechanism_session_commitments', 'session_id'), [
      links(sessions),
      stateCode,
    ]);
    await this.database.execute(linkCommitments('mechanism_agreement_commitments', 'agreement_id'), [
      links(agreements),
      stateCode,
    ]);
    const after = await this.get(id);
    await this.audit.record({
      action: before ? 'mechanism.save' : 'mechanism.create',
      entity: 'mechanism',
      entityId: id,
      stateCode,
      before,
      after,
    });
    return after;
  }

  /** @returns the id of the mechanism that it belongs to. @throws DomainError invalid with everything that is wrong */
  private async check(stateCode: string, body: MechanismBody, own?: string): Promise<string | null> {
    const known = await this.database.one<{
      state: boolean;
      institutions: string[];
      commitments: string[];
      partOfId: string | null;
    }>(
      `SELECT EXISTS (SELECT FROM states WHERE code = $1) AS state,
              ARRAY(SELECT key FROM institutions WHERE key = ANY($2)) AS institutions,
              ARRAY(SELECT code FROM commitments WHERE state_code = $1) AS commitments,
              (SELECT id FROM mechanisms WHERE state_code = $1 AND key = $3 AND part_of_id IS NULL) AS "partOfId"`,
      [stateCode, body.members, body.partOf ?? null],
    );
    if (!known?.state)
      throw invalid('key', {
        en: 'begins with the code of no State',
        es: 'no empieza con el código de un Estado',
      });
    const problems = mechanismProblems(body, {
      institutions: new Set(known.institutions),
      commitments: new Set(known.commitments),
    });
    if (body.partOf && (known.partOfId === null || body.partOf === own))
      problems.push({
        field: 'partOf',
        detail: {
          en: 'must be another mechanism of the same State that belongs to none itself',
          es: 'debe ser otro mecanismo del mismo Estado que no pertenezca a ninguno',
        },
      });
    if (problems.length > 0) throw invalidFields(problems);
    return known.partOfId;
  }
}

const valuesOf = (body: MechanismBody): unknown[] =>
  FIELDS.map((field) => (body[field] === '' ? null : (body[field] ?? null)));
