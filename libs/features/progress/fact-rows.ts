import { Inject, Injectable } from '@nestjs/common';
import { Database, isConstraintViolation, newId } from '#platform/database';
import { type Bilingual, conflict, type FieldProblem, invalid, invalidFields } from '#platform/http';
import { EVIDENCE_JSON, EvidenceRows, factEvidenceProblems } from './evidence-rows.js';
import type { FactContent } from './fact.dto.js';
import { figureProblems } from './figure.rules.js';

/** Where facts belong: to an update, or free-standing to a State's cycle with a review of their own. */
export interface FactPlace {
  updateId: string | null;
  cycleId: string;
  stateCode: string;
  areaKey: string | null;
  section: string | null;
  /** Only of free-standing facts. */
  draftOf?: { authorId: string | null };
}

const INSERT_FACTS = `
  INSERT INTO facts (id, code, update_id, cycle_id, state_code, area_key, section, kind, text_en, text_es, institutions, source, note_en, note_es, position, review_state, author_id)
  SELECT r.id, r.code, $2, $3, $4, $5, $6, r.kind, r."textEn", r."textEs",
         ARRAY(SELECT json_array_elements_text(coalesce(r.institutions, '[]'))), r.source, r."noteEn", r."noteEs", r.position, $7, $8
    FROM json_to_recordset($1) AS r(id uuid, code text, kind text, "textEn" text, "textEs" text, institutions json, source text, "noteEn" text, "noteEs" text, position int)`;

const INSERT_FIGURES = `
  INSERT INTO figures (id, fact_id, position, value, value_state, value_type, qualifier, basis, role, unit_en, unit_es, currency, converted,
                       rate_on, numerator, denominator, ordinal_scale, window_start, window_end, window_text_en, window_text_es,
                       population, label_en, label_es, as_of, source, disaggregation)
  SELECT r.id, r."factId", r.position, r.value, r."valueState", r."valueType", r.qualifier, r.basis, r.role, r."unitEn", r."unitEs", r.currency,
         coalesce(r.converted, false), r."rateOn", r.numerator, r.denominator,
         CASE WHEN r."ordinalScale" IS NOT NULL AND json_typeof(r."ordinalScale") = 'array' THEN ARRAY(SELECT json_array_elements_text(r."ordinalScale")) END,
         r."windowStart", r."windowEnd", r."windowTextEn", r."windowTextEs", r.population, r."labelEn", r."labelEs", r."asOf", r.source,
         nullif(r.disaggregation, 'null')
    FROM json_to_recordset($1) AS r(id uuid, "factId" uuid, position int, value numeric, "valueState" text, "valueType" text, qualifier text,
         basis text, role text, "unitEn" text, "unitEs" text, currency text, converted boolean, "rateOn" date, numerator numeric,
         denominator numeric, "ordinalScale" json, "windowStart" date, "windowEnd" date, "windowTextEn" text, "windowTextEs" text,
         population text, "labelEn" text, "labelEs" text, "asOf" date, source text, disaggregation jsonb)`;

const INSERT_LINKS = `
  INSERT INTO fact_commitments (fact_id, commitment_id, match)
  SELECT r."factId", r."commitmentId", r.match FROM json_to_recordset($1) AS r("factId" uuid, "commitmentId" uuid, match text)`;

/** A fact of alias `f` as JSON, in the shape in which it is written. */
export const FACT_JSON = `json_build_object('id', f.id, 'code', f.code, 'kind', f.kind, 'textEn', f.text_en, 'textEs', f.text_es,
    'institutions', f.institutions, 'source', f.source, 'noteEn', f.note_en, 'noteEs', f.note_es,
    'figures', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'value', g.value, 'valueState', g.value_state, 'valueType', g.value_type,
        'qualifier', g.qualifier, 'basis', g.basis, 'role', g.role, 'unitEn', g.unit_en, 'unitEs', g.unit_es, 'currency', g.currency,
        'converted', g.converted, 'rateOn', g.rate_on, 'numerator', g.numerator, 'denominator', g.denominator, 'ordinalScale', g.ordinal_scale,
        'windowStart', g.window_start, 'windowEnd', g.window_end, 'windowTextEn', g.window_text_en, 'windowTextEs', g.window_text_es,
        'population', g.population, 'labelEn', g.label_en, 'labelEs', g.label_es, 'asOf', g.as_of, 'source', g.source,
        'disaggregation', g.disaggregation) ORDER BY g.position), '[]') FROM figures g WHERE g.fact_id = f.id),
    'commitments', (SELECT coalesce(json_agg(json_build_object('commitmentId', l.commitment_id, 'code', c.code, 'match', l.match) ORDER BY c.code), '[]')
        FROM fact_commitments l JOIN commitments c ON c.id = l.commitment_id WHERE l.fact_id = f.id),
    'evidence', (SELECT coalesce(json_agg(${EVIDENCE_JSON} ORDER BY e.position), '[]') FROM evidence e WHERE e.fact_id = f.id))`;

/** Writes facts with their figures, links and evidence: one statement a table, however many there are. */
@Injectable()
export class FactRows {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EvidenceRows) private readonly evidence: EvidenceRows,
  ) {}

  /** @returns the new ids, in the order of `facts`. @throws DomainError invalid with a path such as `facts[0].figures[1].value` */
  async insert(facts: readonly FactContent[], place: FactPlace, path = 'facts'): Promise<string[]> {
    if (facts.length === 0) return [];
    const problems = facts.flatMap((fact, i) => factProblems(fact, path ? `${path}[${i}].` : ''));
    if (problems.length > 0) throw invalidFields(problems);
    const rows = facts.map((fact, i) => ({ ...fact, code: fact.code || null, id: newId(), position: i + 1 }));
    await this.unlessCodeTaken(
      this.database.execute(INSERT_FACTS, [
        JSON.stringify(rows),
        place.updateId,
        place.cycleId,
        place.stateCode,
        place.areaKey,
        place.section,
        place.draftOf ? 'draft' : null,
        place.draftOf?.authorId ?? null,
      ]),
    );
    await this.insertParts(rows);
    return rows.map((row) => row.id);
  }

  /** Writes a fact anew under its id, with everything that hangs on it. @throws DomainError invalid, conflict */
  async rewrite(id: string, fact: FactContent): Promise<void> {
    const problems = factProblems(fact, '');
    if (problems.length > 0) throw invalidFields(problems);
    const written = this.database.execute(
      `UPDATE facts SET code = coalesce($2, code), kind = $3, text_en = $4, text_es = $5, institutions = $6, source = $7, note_en = $8, note_es = $9 WHERE id = $1`,
      [
        id,
        fact.code || null,
        fact.kind,
        fact.textEn ?? null,
        fact.textEs ?? null,
        fact.institutions ?? [],
        fact.source ?? null,
        fact.noteEn ?? null,
        fact.noteEs ?? null,
      ],
    );
    await this.unlessCodeTaken(written);
    for (const table of ['figures', 'fact_commitments', 'evidence'])
      await this.database.execute(`DELETE FROM ${table} WHERE fact_id = $1`, [id]);
    await this.insertParts([{ ...fact, id }]);
  }

  private async unlessCodeTaken(written: Promise<number>): Promise<void> {
    try {
      await written;
    } catch (error) {
      const taken =
        isConstraintViolation(error, 'facts_code') ||
        isConstraintViolation(error, 'facts_code_free_standing');
      throw taken ? conflict(CODE_TAKEN) : error;
    }
  }

  /** What hangs on facts that exist already. */
  private async insertParts(rows: readonly (FactContent & { id: string })[]): Promise<void> {
    const figures = rows.flatMap((fact) =>
      (fact.figures ?? []).map((figure, i) => ({ ...figure, id: newId(), factId: fact.id, position: i + 1 })),
    );
    if (figures.length > 0) await this.database.execute(INSERT_FIGURES, [JSON.stringify(figures)]);
    const links = rows.flatMap((fact) =>
      (fact.commitments ?? []).map((link) => ({ ...link, factId: fact.id })),
    );
    if (links.length > 0) await this.insertLinks(links);
    await this.evidence.insertOfFacts(rows);
  }

  /** Removes all facts of an update, with everything that hangs on them. */
  async removeOf(updateId: string): Promise<void> {
    await this.database.execute('DELETE FROM facts WHERE update_id = $1', [updateId]);
  }

  /** The facts of an update, in the shape in which they are written. */
  async of(updateId: string): Promise<FactContent[]> {
    const rows = await this.database.query<{ fact: FactContent }>(
      `SELECT ${FACT_JSON} AS fact FROM facts f WHERE f.update_id = $1 ORDER BY f.position`,
      [updateId],
    );
    return rows.map((row) => row.fact);
  }

  private async insertLinks(links: readonly object[]): Promise<void> {
    try {
      await this.database.execute(INSERT_LINKS, [JSON.stringify(links)]);
    } catch (error) {
      if (isConstraintViolation(error, 'fact_commitments_commitment_id_fkey'))
        throw invalid('commitments', NO_SUCH_COMMITMENT);
      if (isConstraintViolation(error, 'fact_commitments_pkey')) throw invalid('commitments', TWICE);
      throw error;
    }
  }
}

/** Everything wrong with a fact and its figures; `path` goes before each field. */
export function factProblems(fact: FactContent, path: string): FieldProblem[] {
  const text =
    fact.textEn?.trim() || fact.textEs?.trim() ? [] : [{ field: `${path}textEn`, detail: TEXT_NEEDED }];
  return [
    ...text,
    ...(fact.figures ?? []).flatMap((figure, i) => figureProblems(figure, `${path}figures[${i}].`)),
    ...(fact.evidence ?? []).flatMap((item, i) => factEvidenceProblems(item, `${path}evidence[${i}].`)),
  ];
}

const TEXT_NEEDED: Bilingual = {
  en: 'Say in English or in Spanish what it is.',
  es: 'Indique en inglés o en español de qué se trata.',
};

const CODE_TAKEN: Bilingual = {
  en: 'Another fact has this code already.',
  es: 'Otro hecho ya tiene este código.',
};

const NO_SUCH_COMMITMENT: Bilingual = { en: 'There is no such commitment.', es: 'No existe ese compromiso.' };

const TWICE: Bilingual = {
  en: 'A fact names a commitment at most once.',
  es: 'Un hecho nombra cada compromiso una sola vez.',
};
