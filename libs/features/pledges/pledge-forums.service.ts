import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Database, newId } from '#platform/database';
import type { Actor, Bilingual } from '#platform/http';
import type { PledgeForumDto } from './pledge.dto.js';
import type { ForumKind } from './pledge.vocabulary.js';

/** What is known of a forum; `distributions` are the host's own counts, the month as its first day. */
export interface ForumContent {
  key: string;
  kind: ForumKind;
  year: number;
  name: Bilingual;
  note?: Bilingual | null;
  howUpdated?: Bilingual | null;
  goodPledge?: Bilingual[];
  sources: string[];
  distributions?: {
    asOfMonth: string;
    planning: number;
    inProgress: number;
    fulfilled: number;
    sources: string[];
  }[];
}

const UPSERT = `
  INSERT INTO pledge_forums AS f (key, kind, year, name_en, name_es, note_en, note_es, how_updated_en, how_updated_es, good_pledge, sources)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (key) DO UPDATE SET kind = $2, year = $3, name_en = $4, name_es = $5, note_en = $6, note_es = $7, how_updated_en = $8,
         how_updated_es = $9, good_pledge = $10, sources = $11
   WHERE (f.kind, f.year, f.name_en, f.name_es, f.note_en, f.note_es, f.how_updated_en, f.how_updated_es, f.good_pledge, f.sources)
         IS DISTINCT FROM ($2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11)`;

const UPSERT_DISTRIBUTION = `
  INSERT INTO pledge_distributions AS d (id, forum_key, as_of_month, planning, in_progress, fulfilled, sources)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (forum_key, as_of_month) DO UPDATE SET planning = $4, in_progress = $5, fulfilled = $6, sources = $7
   WHERE (d.planning, d.in_progress, d.fulfilled, d.sources) IS DISTINCT FROM ($4, $5, $6, $7)`;

/** The occasions where pledges are made. */
@Injectable()
export class PledgeForumsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  /** All forums, the newest first. */
  list(): Promise<PledgeForumDto[]> {
    return this.database.query<PledgeForumDto & Record<string, unknown>>(
      `SELECT key, kind, year, name_en AS "nameEn", name_es AS "nameEs" FROM pledge_forums ORDER BY year DESC, key`,
    );
  }

  /** Makes a forum known or corrects it; a repeated call with the same content changes nothing. @throws DomainError forbidden */
  async put(actor: Actor, forum: ForumContent): Promise<void> {
    this.access.assertMay(actor, 'pledge.write', {});
    await this.database.transaction(async () => {
      let changed = await this.database.execute(UPSERT, [
        forum.key,
        forum.kind,
        forum.year,
        forum.name.en,
        forum.name.es,
        forum.note?.en ?? null,
        forum.note?.es ?? null,
        forum.howUpdated?.en ?? null,
        forum.howUpdated?.es ?? null,
        JSON.stringify(forum.goodPledge ?? []),
        forum.sources,
      ]);
      for (const counted of forum.distributions ?? []) {
        const { asOfMonth, planning, inProgress, fulfilled, sources } = counted;
        changed += await this.database.execute(UPSERT_DISTRIBUTION, [
          newId(),
          forum.key,
          asOfMonth,
          planning,
          inProgress,
          fulfilled,
          sources,
        ]);
      }
      if (changed > 0)
        await this.audit.record({
          action: 'pledge_forum.put',
          entity: 'pledge_forum',
          entityId: forum.key,
          after: forum,
        });
    });
  }
}
