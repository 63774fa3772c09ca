import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, isConstraintViolation, newId } from '#platform/database';
import { type Actor, type Bilingual, conflict, invalid, notFound, stale } from '#platform/http';
import { AccessService } from './access.service.js';
import type { NewSavedView, SavedViewBody, SavedViewDto } from './saved-views.dto.js';
import { signedIn } from './signed-in.js';

export const SAVED_VIEW: Bilingual = { en: 'saved view', es: 'la vista guardada' };

/** So many a person. */
export const MOST_VIEWS = 100;

const COLUMNS = `v.id, v.page, v.name, v.search, v.is_default AS "isDefault", v.shared_state AS "sharedState", v.shared_team AS "sharedTeam", v.shared_body AS "sharedBody", v.version`;

/** $1 the person, $2 their States, $3 their teams, $4 their bodies, $5 now. Who no longer works there no longer shares. */
const LIST = `
  SELECT ${COLUMNS}, NULL AS owner FROM saved_views v WHERE v.user_id = $1
  UNION ALL
  SELECT v.id, v.page, v.name, v.search, false, v.shared_state, v.shared_team, v.shared_body, v.version, u.name
    FROM saved_views v JOIN auth_users u ON u.id = v.user_id AND u.active
   WHERE v.user_id <> $1 AND (v.shared_state = ANY($2) OR v.shared_team = ANY($3) OR v.shared_body = ANY($4))
     AND EXISTS (SELECT FROM role_assignments r
                  WHERE r.user_id = v.user_id AND (r.state_code = v.shared_state OR r.team_key = v.shared_team OR r.role = v.shared_body)
                    AND r.valid_from <= $5::timestamptz AND (r.valid_to IS NULL OR r.valid_to > $5::timestamptz))
   ORDER BY page, name, id`;

/** The lists of a person as they like to see them; on no record, and nobody else's business unless they share one. */
@Injectable()
export class SavedViews {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  /** By list and name, with those that others share. */
  list(actor: Actor): Promise<SavedViewDto[]> {
    const held = this.access.permissionsOf(actor).filter(({ permission }) => permission === 'view.share');
    const states = held.flatMap(({ scope, stateCode }) => (scope === 'own_state' && stateCode) || []);
    const teams = held.flatMap(({ scope, teamKey }) => (scope === 'own_team' && teamKey) || []);
    const bodies = held.flatMap(({ scope, role }) => (scope === 'own_body' ? role : []));
    return this.database.query<SavedViewDto & Record<string, unknown>>(LIST, [
      signedIn(actor).userId,
      states,
      teams,
      bodies,
      this.clock.now(),
    ]);
  }

  /** @throws DomainError conflict when there are too many, invalid when the list has one of that name or it is shared with strangers */
  create(actor: Actor, { page, ...body }: NewSavedView): Promise<SavedViewDto> {
    const { userId } = signedIn(actor);
    return this.write(actor, page, body, async () => {
      const id = newId();
      const made = await this.database.execute(
        `INSERT INTO saved_views (id, user_id, page, name, search, is_default, shared_state, shared_team, shared_body, created_at)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 WHERE (SELECT count(*) FROM saved_views WHERE user_id = $2) < $11`,
        [id, userId, page, ...contentOf(body), this.clock.now(), MOST_VIEWS],
      );
      if (made === 0) throw conflict(TOO_MANY);
      return id;
    });
  }

  /** Renames it, shares it, or makes it show something else. @throws DomainError not_found, stale, invalid */
  async replace(actor: Actor, id: string, version: number, body: SavedViewBody): Promise<SavedViewDto> {
    const { userId } = signedIn(actor);
    const before = await this.one(userId, id);
    return this.write(actor, before.page, body, async () => {
      const changed = await this.database.execute(
        `UPDATE saved_views SET name = $3, search = $4, is_default = $5, shared_state = $6, shared_team = $7, shared_body = $8,
                version = version + 1
          WHERE user_id = $1 AND id = $2 AND version = $9`,
        [userId, id, ...contentOf(body), version],
      );
      if (changed === 0) throw stale(before);
      return id;
    });
  }

  /** @throws DomainError not_found, also for what others share */
  async remove(actor: Actor, id: string): Promise<void> {
    const { userId } = signedIn(actor);
    const removed = await this.database.execute('DELETE FROM saved_views WHERE user_id = $1 AND id = $2', [
      userId,
      id,
    ]);
    if (removed === 0) throw notFound(SAVED_VIEW);
  }

  private async write(
    actor: Actor,
    page: string,
    body: SavedViewBody,
    change: () => Promise<string>,
  ): Promise<SavedViewDto> {
    this.admit(actor, body);
    const { userId } = signedIn(actor);
    try {
      return await this.database.transaction(async () => {
        if (body.isDefault)
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

  /** Shares with one of the person's own, or with nobody. @throws DomainError invalid */
  private admit(actor: Actor, { sharedState, sharedTeam, sharedBody }: SavedViewBody): void {
    if (sharedState && sharedTeam) throw invalid('sharedTeam', ONE);
    if (sharedBody && (sharedState || sharedTeam)) throw invalid('sharedBody', ONE);
    if (sharedState && !this.access.may(actor, 'view.share', { stateCode: sharedState }))
      throw invalid('sharedState', NOT_YOURS);
    if (sharedTeam && !this.access.may(actor, 'view.share', { teamKey: sharedTeam }))
      throw invalid('sharedTeam', NOT_YOURS);
    if (sharedBody && !this.access.may(actor, 'view.share', { body: sharedBody }))
      throw invalid('sharedBody', NOT_YOURS);
  }

  private async one(userId: string, id: string): Promise<SavedViewDto> {
    const sql = `SELECT ${COLUMNS}, NULL AS owner FROM saved_views v WHERE user_id = $1 AND id = $2`;
    const view = await this.database.one<SavedViewDto & Record<string, unknown>>(sql, [userId, id]);
    if (!view) throw notFound(SAVED_VIEW);
    return view;
  }
}

const contentOf = ({
  name,
  search,
  isDefault,
  sharedState,
  sharedTeam,
  sharedBody,
}: SavedViewBody): unknown[] => [
  ...[name, search, isDefault],
  ...[sharedState ?? null, sharedTeam ?? null, sharedBody ?? null],
];

const NOT_YOURS: Bilingual = {
  en: 'must be a State, team or body of your own; leave it empty to keep the view to yourself',
  es: 'debe ser un Estado, equipo u órgano suyo; déjelo vacío para no compartir la vista',
};
const ONE: Bilingual = {
  en: 'cannot stand beside another one: share the view with one State, team or body',
  es: 'no puede ir junto a otro: comparta la vista con un solo Estado, equipo u órgano',
};
const TAKEN: Bilingual = {
  en: 'stands for another view of this list; choose another name',
  es: 'ya designa otra vista de esta lista; elija otro nombre',
};
const TOO_MANY: Bilingual = {
  en: `There are ${MOST_VIEWS} saved views already: delete one first.`,
  es: `Ya hay ${MOST_VIEWS} vistas guardadas: elimine una primero.`,
};
