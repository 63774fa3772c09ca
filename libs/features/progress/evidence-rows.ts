import { Inject, Injectable } from '@nestjs/common';
import { Database, newId } from '#platform/database';
import { type Bilingual, type FieldProblem, invalid, invalidFields } from '#platform/http';
import type { EvidenceDto } from './fact.dto.js';

/** The update whose evidence is written, with the place whose files it may name. */
interface Owner {
  id: string;
  commitmentId: string;
  cycleId: string;
}

const INSERT = `
  INSERT INTO evidence (id, update_id, fact_id, position, title_en, title_es, kind, url, file_id)
  SELECT r.id, r."updateId", r."factId", r.position, nullif(r."titleEn", ''), nullif(r."titleEs", ''), r.kind,
         CASE r.kind WHEN 'link' THEN r.url END, CASE r.kind WHEN 'file' THEN r."fileId" END
    FROM json_to_recordset($1) AS r(id uuid, "updateId" uuid, "factId" uuid, position int, "titleEn" text, "titleEs" text, kind text, url text, "fileId" uuid)`;

/** A piece of evidence of alias `e` as JSON. */
export const EVIDENCE_JSON = `json_build_object('id', e.id, 'titleEn', e.title_en, 'titleEs', e.title_es, 'kind', e.kind, 'url', e.url, 'fileId', e.file_id,
    'file', (SELECT json_build_object('id', ef.id, 'name', ef.name, 'contentType', ef.content_type, 'bytes', ef.bytes)
               FROM evidence_files ef WHERE ef.id = e.file_id))`;

/** Writes evidence, and keeps in mind which files are named. */
@Injectable()
export class EvidenceRows {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Writes evidence of new facts, which is known to be right. */
  async insertOfFacts(facts: readonly { id: string; evidence?: EvidenceDto[] | null }[]): Promise<void> {
    await this.insert(
      facts.flatMap(({ id, evidence }) =>
        (evidence ?? []).map((item, i) => ({ ...item, updateId: null, factId: id, position: i + 1 })),
      ),
    );
  }

  /**
   * Replaces the evidence of an update. A file that it no longer names stays for a while: somebody whose save met this one
   * may still want it. @throws DomainError invalid
   */
  async replaceOf(update: Owner, evidence: readonly EvidenceDto[]): Promise<void> {
    const problems = evidence.flatMap((item, i) => evidenceProblems(item, `evidence[${i}].`));
    if (problems.length > 0) throw invalidFields(problems);
    const named = await this.filesOf(update, evidence);
    const before = await this.database.query<{ fileId: string | null }>(
      'DELETE FROM evidence WHERE update_id = $1 RETURNING file_id AS "fileId"',
      [update.id],
    );
    await this.insert(
      evidence.map((item, i) => ({ ...item, updateId: update.id, factId: null, position: i + 1 })),
    );
    const files = [...named, ...before.flatMap(({ fileId }) => fileId ?? [])];
    if (files.length > 0)
      await this.database.execute(
        `UPDATE evidence_files f
            SET unnamed_since = CASE WHEN NOT EXISTS (SELECT FROM evidence e WHERE e.file_id = f.id) THEN coalesce(unnamed_since, now()) END
          WHERE id = ANY($1)`,
        [files],
      );
  }

  /** The evidence of an update, in the shape in which it is written. */
  of(updateId: string): Promise<EvidenceDto[]> {
    return this.database.query<EvidenceDto>(
      `SELECT title_en AS "titleEn", title_es AS "titleEs", kind, url, file_id AS "fileId" FROM evidence WHERE update_id = $1 ORDER BY position`,
      [updateId],
    );
  }

  /** The files that evidence names, held until the transaction ends. @throws DomainError invalid for any of another place */
  private async filesOf(
    { commitmentId, cycleId }: Owner,
    evidence: readonly EvidenceDto[],
  ): Promise<string[]> {
    const named = evidence.flatMap(({ kind, fileId }) => (kind === 'file' && fileId ? [fileId] : []));
    if (named.length === 0) return [];
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM evidence_files WHERE id = ANY($1) AND commitment_id = $2 AND cycle_id = $3 FOR KEY SHARE',
      [named, commitmentId, cycleId],
    );
    const there = new Set(rows.map(({ id }) => id));
    const missing = evidence.findIndex(
      ({ kind, fileId }) => kind === 'file' && !there.has(fileId?.toLowerCase() ?? ''),
    );
    if (missing >= 0) throw invalid(`evidence[${missing}].fileId`, GONE);
    return named;
  }

  private async insert(rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    await this.database.execute(INSERT, [JSON.stringify(rows.map((row) => ({ ...row, id: newId() })))]);
  }
}

/** Everything wrong with a piece of evidence; `path` goes before each field. */
export function evidenceProblems(
  { titleEn, titleEs, kind, url, fileId }: EvidenceDto,
  path: string,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!titleEn?.trim() && !titleEs?.trim()) problems.push({ field: `${path}titleEn`, detail: TITLE_NEEDED });
  if (kind === 'link' && !url) problems.push({ field: `${path}url`, detail: ADDRESS_NEEDED });
  if (kind === 'file' && !fileId) problems.push({ field: `${path}fileId`, detail: FILE_NEEDED });
  return problems;
}

/** Facts have links alone: a file is shown and let go of with its update. */
export const factEvidenceProblems = (item: EvidenceDto, path: string): FieldProblem[] =>
  item.kind === 'file' ? [{ field: `${path}kind`, detail: FILES_OF_UPDATES }] : evidenceProblems(item, path);

const TITLE_NEEDED: Bilingual = {
  en: 'Give it a title in English or in Spanish.',
  es: 'Póngale un título en inglés o en español.',
};
const ADDRESS_NEEDED: Bilingual = {
  en: 'A link needs its address.',
  es: 'Un enlace necesita su dirección.',
};
const FILE_NEEDED: Bilingual = {
  en: 'Upload the file first and give the id that it got.',
  es: 'Suba primero el archivo e indique el identificador que recibió.',
};
const FILES_OF_UPDATES: Bilingual = {
  en: 'Files belong to the update. Give the fact a link.',
  es: 'Los archivos pertenecen a la actualización. Indique un enlace para el hecho.',
};
const GONE: Bilingual = {
  en: 'This file is not, or no longer, one of this commitment in this cycle. Upload it again.',
  es: 'Este archivo no es, o ya no es, de este compromiso en este ciclo. Súbalo de nuevo.',
};
