import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, isConstraintViolation, newId } from '#platform/database';
import { type Bilingual, conflict, invalid, notFound, stale } from '#platform/http';
import type { NewSavedView, SavedViewBody, SavedViewDto } from './saved-views.dto.js';

export const SAVED_VIEW: Bilingual = { en: 'saved view', es: 'la vista guardada' };

/** So many a person. */
export const MOST_VIEWS = 100;

const COLUMNS = 'id, page, name, search, is_default AS "isDefault", version';

/** The lists of a person as they like to see them; nobody else's business, and on no record. */
@Injectable()
export class SavedViews {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** By list and name. */
  list(userId: string): Promise<SavedViewDto[]> {
    return this.database.query<SavedViewDto & Record<string, unknown>>(
      `SELECT ${COLUMNS} FROM saved_views WHERE user_id = $1 ORDER BY page, lower(name), id`,
      [userId],
    );
  }

  /** @throws DomainError conflict when there are too many, invalid when the list has one of that name */
  create(userId: string, { page, ...body }: NewSavedView): Promise<SavedViewDto> {
    return this.write(userId, page, body, async () => {
      const id = newId();
      const made = await this.database.execute(
        `INSERT INTO saved_views (id, user_id, page, name, search, is_default, created_at)
         SELECT $1, $2, $3, $4, $5, $6, $7 WHERE (SELECT count(*) FROM saved_views WHERE user_id = $2) < $8`,
        [id, userId, page, body.name, body.search, body.isDefault, this.clock.now(), MOST_VIEWS],
      );
      if (made === 0) throw conflict(TOO_MANY);
      return id;
    });
  }

  /** Renames it, or makes it show something else. @throws DomainError not_found, stale, invalid */
  async replace(userId: string, id: string, version: number, body: SavedViewBody): Promise<SavedViewDto> {
    const before = await this.one(userId, id);
    return this.write(userId, before.page, body, async () => {
      const changed = await this.database.execute(
        `UPDATE saved_views SET name = $3, search = $4, is_default = $5, version = version + 1
          WHERE user_id = $1 AND id = $2 AND version = $6`,
        [userId, id, body.name, body.search, body.isDefault, version],
      );
      if (changed === 0) throw stale(before);
      return id;
    });
  }

  /** @throws DomainError not_found */
  async remove(userId: string, id: string): Promise<void> {
    const removed = await this.database.execute('DELETE FROM saved_views WHERE user_id = $1 AND id = $2', [
      userId,
      id,
    ]);
    if (removed === 0) throw notFound(SAVED_VIEW);
  }

  private async write(
    userId: string,
    page: string,
    { isDefault }: SavedViewBody,
    change: () => Promise<string>,
  ): Promise<SavedViewDto> {
    try {
      return await this.database.transaction(async () => {
        if (isDefault)
          await this.database.execute(
            'UPDATE saved_views SET is_default = false WHERE user_id = $1 AND page = $2 AND is_default',
            [userId, page],
          );
        return this.one(userId, await change());
      });
    } catch (error) {
      if (isConstraintViolation(error, 'saved_views_name')) throw invalid('name', TAKEN);
      throw error;
    }
  }

  private async one(userId: string, id: string): Promise<SavedViewDto> {
    const sql = `SELECT ${COLUMNS} FROM saved_views WHERE user_id = $1 AND id = $2`;
    const view = await this.database.one<SavedViewDto & Record<string, unknown>>(sql, [userId, id]);
    if (!view) throw notFound(SAVED_VIEW);
    return view;
  }
}

const TAKEN: Bilingual = {
  en: 'stands for another view of this list; choose another name',
  es: 'ya designa otra vista de esta lista; elija otro nombre',
};
const TOO_MANY: Bilingual = {
  en: `There are ${MOST_VIEWS} saved views already: delete one first.`,
  es: `Ya hay ${MOST_VIEWS} vistas guardadas: elimine una primero.`,
};
