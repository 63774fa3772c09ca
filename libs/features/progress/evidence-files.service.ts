import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Database, newId, Statement } from '#platform/database';
import {
  type Actor,
  type Bilingual,
  conflict,
  forbidden,
  goneAlready,
  notFound,
  type Upload,
} from '#platform/http';
import { FileMissing, type ReceivedFile, ReceivedFiles, Storage } from '#platform/storage';
import type { EvidenceFileView } from './evidence-file.dto.js';
import { CYCLE_TAKES_UPDATES, mayWrite, ProgressAccess, writeValues } from './progress.access.js';
import { decideMove } from './progress.rules.js';
import type { ReviewState } from './progress.vocabulary.js';
import { assertAllowed } from './review-moves.js';
import { refuseToWrite, type WritingPlace } from './writing-place.js';

/** Files of one commitment in one cycle; those that no update names count for a day. */
export const MOST_FILES = 20;
export const MOST_BYTES = 100 * 1024 * 1024;

interface Place extends WritingPlace {
  stateCode: string;
  /** Of the latest revision; null before there is one. */
  reviewState: ReviewState | null;
}

interface Found {
  file: EvidenceFileView & { sha256: string };
  key: string;
  stateCode: string;
  /** Whether the actor may write the update that it is for. */
  permitted: boolean;
  /** Whether an update that the actor sees names it. */
  shown: boolean;
}

const PLACE = `
  SELECT co.state_code AS "stateCode", cy.id AS "cycleId", cy.state AS "cycleState", s.state AS "submissionState",
         v.id AS "commitmentVersionId", ${CYCLE_TAKES_UPDATES} AS open, ${mayWrite(3, 'co', 'v.id')} AS permitted,
         (SELECT u.review_state FROM updates u WHERE u.cycle_id = cy.id AND u.commitment_id = co.id AND u.is_latest) AS "reviewState"
    FROM commitments co
    LEFT JOIN cycles cy ON cy.key = $2
    LEFT JOIN state_submissions s ON s.cycle_id = cy.id AND s.state_code = co.state_code
    LEFT JOIN commitment_explanations x ON x.cycle_id = cy.id AND x.commitment_id = co.id
    LEFT JOIN plans p ON p.state_code = co.state_code AND p.status = 'adopted'
    LEFT JOIN commitment_versions v ON v.plan_id = p.id AND v.commitment_id = co.id
   WHERE co.id = $1`;

const COUNTED = `
  SELECT count(*)::int AS files, coalesce(sum(bytes), 0)::float8 AS bytes FROM evidence_files
   WHERE commitment_id = $1 AND cycle_id = $2 AND (unnamed_since IS NULL OR unnamed_since > now() - interval '1 day')`;

/** The files that updates name as evidence: uploaded, downloaded, taken back. */
@Injectable()
export class EvidenceFilesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(ReceivedFiles) private readonly received: ReceivedFiles,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(ProgressAccess) private readonly access: ProgressAccess,
  ) {}

  /**
   * Takes a file for the update of a commitment in a cycle, which names it when it is saved.
   * @throws DomainError not_found, forbidden, conflict, invalid, malformed, payload_too_large, unavailable
   */
  async upload(
    actor: Actor,
    commitmentId: string,
    cycleKey: string,
    upload: Upload,
  ): Promise<EvidenceFileView> {
    const { stateCode, cycleId } = await this.place(actor, commitmentId, cycleKey);
    await this.assertRoom(commitmentId, cycleId);
    const file = await this.received.keep('evidence', upload);
    try {
      return await this.database.transaction(async () => {
        // One after the other, so that together they stay within the bounds.
        await this.database.execute('SELECT FROM commitments WHERE id = $1 FOR NO KEY UPDATE', [
          commitmentId,
        ]);
        await this.assertRoom(commitmentId, cycleId, file.bytes);
        const { key, name, contentType, bytes, sha256 }: ReceivedFile = file;
        const id = newId();
        await this.database.execute(
          `INSERT INTO evidence_files (id, commitment_id, cycle_id, storage_key, name, content_type, bytes, sha256) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [id, commitmentId, cycleId, key, name, contentType, bytes, sha256],
        );
        const after = { commitmentId, cycleKey, name, contentType, bytes };
        await this.audit.record({ ...ENTRY('upload', id), stateCode, after });
        return { id, name, contentType, bytes };
      });
    } catch (error) {
      await this.received.remove(file.key);
      throw error;
    }
  }

  /**
   * Opens a file for whoever sees an update that names it, or may write the one that it is for. The caller reads or destroys it.
   * @throws DomainError not_found, gone
   */
  async open(actor: Actor, id: string): Promise<{ file: Found['file']; content: Readable }> {
    const { file, key } = await this.find(actor, id);
    try {
      return { file, content: await this.storage.get(key) };
    } catch (error) {
      if (error instanceof FileMissing) throw goneAlready(LOST);
      throw error;
    }
  }

  /** Takes back a file that no update names. @throws DomainError not_found, forbidden, conflict */
  async remove(actor: Actor, id: string): Promise<void> {
    const { file, key, stateCode, permitted } = await this.find(actor, id);
    if (!permitted) throw forbidden(NOT_YOURS);
    await this.database.transaction(async () => {
      const removed = await this.database.execute(
        'DELETE FROM evidence_files f WHERE id = $1 AND NOT EXISTS (SELECT FROM evidence e WHERE e.file_id = f.id)',
        [id],
      );
      if (removed === 0) throw conflict(NAMED);
      await this.audit.record({ ...ENTRY('remove', id), stateCode, before: { name: file.name } });
    });
    await this.received.remove(key);
  }

  /** Where somebody may write now. */
  private async place(
    actor: Actor,
    commitmentId: string,
    cycleKey: string,
  ): Promise<Place & { cycleId: string }> {
    const values = [
      commitmentId,
      cycleKey,
      ...writeValues(this.access.writeScope(actor), this.access.today()),
    ];
    const place = refuseToWrite(await this.database.one<Place>(PLACE, values, 'evidence_file_place'));
    const from = place.reviewState;
    if (from)
      assertAllowed(decideMove({ action: 'save', from, isLatest: true, parties: ['author'] }), {
        reviewState: from,
      });
    return place;
  }

  private async assertRoom(commitmentId: string, cycleId: string, more = 1): Promise<void> {
    const counted = await this.database.one<{ files: number; bytes: number }>(COUNTED, [
      commitmentId,
      cycleId,
    ]);
    if (!counted) return;
    if (counted.files >= MOST_FILES || counted.bytes + more > MOST_BYTES) throw conflict(FULL);
  }

  private async find(actor: Actor, id: string): Promise<Found> {
    const sql = new Statement();
    const file = sql.param(id);
    const first = sql.values.length + 1;
    for (const value of writeValues(this.access.writeScope(actor), this.access.today())) sql.param(value);
    const visible = this.access
      .visible(this.access.readScope(actor), sql, 'u')
      .map((condition) => `AND ${condition}`);
    const found = await this.database.one<Found>(
      `SELECT json_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'bytes', f.bytes, 'sha256', f.sha256) AS file,
              f.storage_key AS key, co.state_code AS "stateCode", ${mayWrite(first, 'co', 'v.id')} AS permitted,
              EXISTS (SELECT FROM evidence e JOIN updates u ON u.id = e.update_id WHERE e.file_id = f.id ${visible.join(' ')}) AS shown
         FROM evidence_files f JOIN commitments co ON co.id = f.commitment_id
         LEFT JOIN plans p ON p.state_code = co.state_code AND p.status = 'adopted'
         LEFT JOIN commitment_versions v ON v.plan_id = p.id AND v.commitment_id = co.id
        WHERE f.id = ${file}::uuid`,
      sql.values,
    );
    if (!found || !(found.shown || found.permitted)) throw notFound(FILE);
    return found;
  }
}

const ENTRY = (verb: string, entityId: string) => ({
  action: `evidence_file.${verb}`,
  entity: 'evidence_file' as const,
  entityId,
});

const FILE: Bilingual = { en: 'file', es: 'el archivo' };
const NOT_YOURS: Bilingual = {
  en: 'Only who may write the update can take its files back.',
  es: 'Solo quien puede redactar la actualización puede retirar sus archivos.',
};
const NAMED: Bilingual = {
  en: 'An update names this file. Remove it there and save; then it goes by itself.',
  es: 'Una actualización menciona este archivo. Quítelo allí y guarde; después se elimina por sí solo.',
};
const FULL: Bilingual = {
  en: 'An update can have 20 files of 100 MB together at most. Remove one, or give the address of this one on the web.',
  es: 'Una actualización puede tener como máximo 20 archivos y 100 MB en total. Quite alguno o indique la dirección de este en la web.',
};
const LOST: Bilingual = {
  en: 'This file is no longer kept. Ask who reports on the commitment to upload it again.',
  es: 'Este archivo ya no se conserva. Pida a quien informa sobre el compromiso que lo suba de nuevo.',
};
