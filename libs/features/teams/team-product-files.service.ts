import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, goneAlready, notFound, stale, type Upload } from '#platform/http';
import { FileMissing, ReceivedFiles, Storage } from '#platform/storage';
import { TeamAccess } from './team.access.js';
import type { TeamProductDto, TeamProductFile } from './team-records.dto.js';
import { TeamWorkQueries } from './team-work.queries.js';

/** The files of teams' products: uploaded, replaced, taken away, downloaded. */
@Injectable()
export class TeamProductFilesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(ReceivedFiles) private readonly received: ReceivedFiles,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(TeamAccess) private readonly access: TeamAccess,
    @Inject(TeamWorkQueries) private readonly work: TeamWorkQueries,
  ) {}

  /** Gives a product its file, in place of an earlier one. @throws DomainError not_found, forbidden, stale, invalid, payload_too_large */
  async attach(actor: Actor, id: string, version: number, upload: Upload): Promise<TeamProductDto> {
    await this.assertMayChange(actor, id, version);
    const file = await this.received.keep(`team-products/${id}`, upload);
    try {
      return await this.change('team_product.attach_file', id, version, file);
    } catch (error) {
      await this.received.remove(file.key);
      throw error;
    }
  }

  /** Takes the file of a product away. @throws DomainError not_found, forbidden, stale */
  async remove(actor: Actor, id: string, version: number): Promise<TeamProductDto> {
    await this.assertMayChange(actor, id, version);
    return this.change('team_product.remove_file', id, version, null);
  }

  /** The file of a product. The caller reads or destroys it. @throws DomainError not_found, gone */
  async open(id: string): Promise<{ file: TeamProductFile; content: Readable }> {
    const { file } = await this.work.product(id);
    const key = await this.keyOf(id);
    if (!file || !key) throw notFound(FILE);
    try {
      return { file, content: await this.storage.get(key) };
    } catch (error) {
      if (error instanceof FileMissing) throw goneAlready(LOST);
      throw error;
    }
  }

  /** Before a file is read at all. */
  private async assertMayChange(actor: Actor, id: string, version: number): Promise<void> {
    const product = await this.work.product(id);
    this.access.assertWorks(actor, product.teamKey);
    if (product.version !== version) throw stale(product);
  }

  /** Writes the new file's row; the old file goes once that is certain. */
  private async change(
    action: string,
    id: string,
    version: number,
    file: (TeamProductFile & { key: string }) | null,
  ): Promise<TeamProductDto> {
    const old = await this.keyOf(id);
    const after = await this.database.transaction(async () => {
      const before = await this.work.product(id);
      const changed = await this.database.execute(
        `UPDATE team_products SET storage_key = $3, file_name = $4, content_type = $5, bytes = $6, sha256 = $7, version = version + 1
          WHERE id = $1 AND version = $2`,
        [
          ...[id, version, file?.key ?? null, file?.name ?? null],
          ...[file?.contentType ?? null, file?.bytes ?? null, file?.sha256 ?? null],
        ],
      );
      const now = await this.work.product(id);
      if (changed === 0) throw stale(now);
      await this.audit.record({ action, entity: 'team_product', entityId: id, before, after: now });
      return now;
    });
    if (old) await this.received.remove(old);
    return after;
  }

  private async keyOf(id: string): Promise<string | null> {
    const row = await this.database.one<{ key: string | null }>(
      'SELECT storage_key AS key FROM team_products WHERE id = $1',
      [id],
    );
    return row?.key ?? null;
  }
}

const FILE: Bilingual = { en: 'file', es: 'el archivo' };
const LOST: Bilingual = {
  en: 'The file of this product is no longer kept. Ask who leads the team to upload it again.',
  es: 'El archivo de este producto ya no se conserva. Pida a quien lidera el equipo que lo suba de nuevo.',
};
