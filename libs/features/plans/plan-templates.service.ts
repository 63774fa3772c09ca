import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, invalid, invalidFields, notAsSeen, notFound } from '#platform/http';
import type { PlanTemplateContent } from './plan.content.js';
import type { PlanTemplateDto, PlanTemplateSummaryDto } from './plan.dto.js';
import { problemsOfCommitments } from './plan.rules.js';

const TEMPLATE: Bilingual = { en: 'plan template', es: 'la plantilla de plan' };

const SUMMARY = `key, title_en AS "titleEn", title_es AS "titleEs", note_en AS "noteEn", note_es AS "noteEs",
  jsonb_array_length(commitments) AS "commitmentCount", updated_at AS "updatedAt", version`;

const UPSERT = `
  INSERT INTO plan_templates AS t (key, title_en, title_es, note_en, note_es, commitments) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (key) DO UPDATE
     SET title_en = excluded.title_en, title_es = excluded.title_es, note_en = excluded.note_en, note_es = excluded.note_es,
         commitments = excluded.commitments, updated_at = now(), version = t.version + 1
   WHERE (t.title_en, t.title_es, t.note_en, t.note_es, t.commitments)
      IS DISTINCT FROM (excluded.title_en, excluded.title_es, excluded.note_en, excluded.note_es, excluded.commitments)`;

/** What plans can start from. Changing a template changes no plan that was made from it. */
@Injectable()
export class PlanTemplatesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  list(): Promise<PlanTemplateSummaryDto[]> {
    return this.database.query<PlanTemplateSummaryDto & Record<string, unknown>>(
      `SELECT ${SUMMARY} FROM plan_templates ORDER BY key`,
    );
  }

  /** One template with its commitments. @throws DomainError not_found */
  async get(key: string): Promise<PlanTemplateDto> {
    const template = await this.find(key);
    if (!template) throw notFound(TEMPLATE);
    return template;
  }

  find(key: string): Promise<PlanTemplateDto | undefined> {
    return this.database.one<PlanTemplateDto & Record<string, unknown>>(
      `SELECT ${SUMMARY}, commitments FROM plan_templates WHERE key = $1`,
      [key],
    );
  }

  /**
   * Adds a template or replaces it. It is for every State, so it may name shared areas and regional institutions only.
   * @param seen its version as the caller saw it, 0: none; undefined: whatever is there (seeds)
   * @throws DomainError forbidden, invalid, not_found, stale
   */
  put(actor: Actor, key: string, content: PlanTemplateContent, seen?: number): Promise<PlanTemplateDto> {
    return this.database.transaction(async () => {
      this.access.assertMay(actor, 'plan.edit', { stateCode: null, visibility: 'published' }, TEMPLATE);
      if (!/^[a-z][a-z0-9_-]{0,59}$/.test(key))
        throw invalid('key', {
          en: 'must be a short word such as regional',
          es: 'debe ser una palabra corta, como regional',
        });
      await this.check(content);
      await this.database.execute('SELECT pg_advisory_xact_lock(hashtext($1))', [`plan template ${key}`]);
      const before = await this.find(key);
      if (seen !== undefined && seen !== (before?.version ?? 0))
        throw before ? notAsSeen(seen, 'key', before) : notFound(TEMPLATE);
      const { titleEn, titleEs, noteEn, noteEs, commitments } = content;
      const changed = await this.database.execute(UPSERT, [
        key,
        titleEn,
        titleEs,
        noteEn,
        noteEs,
        JSON.stringify(commitments),
      ]);
      const after = { titleEn, noteEn, commitments: commitments.length };
      if (changed > 0)
        await this.audit.record({
          action: 'plan_template.put',
          entity: 'plan_template',
          entityId: key,
          after,
        });
      return this.get(key);
    });
  }

  private async check(content: PlanTemplateContent): Promise<void> {
    const row = await this.database.one<{ areas: string[]; institutions: string[] }>(
      `SELECT array(SELECT key FROM areas WHERE shared) AS areas,
              array(SELECT key FROM institutions WHERE state_code IS NULL) AS institutions`,
    );
    const known = {
      areas: new Set(row?.areas),
      institutions: new Set(row?.institutions),
      codes: new Set<string>(),
    };
    const problems = problemsOfCommitments(content.commitments, known);
    if (problems.length > 0) throw invalidFields(problems);
  }
}
