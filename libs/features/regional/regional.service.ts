import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Database } from '#platform/database';
import type { RegionalSectionKey } from './regional.vocabulary.js';

export interface RegionalSectionView {
  year: number;
  key: RegionalSectionKey;
  content: unknown;
}

/** The regional layer of a year: context figures, teams, pledges, projects, dialogue, each with its sources. */
@Injectable()
export class RegionalService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** Every section of a year, by key; none of a year that is none. */
  async sectionsOf(year: number): Promise<RegionalSectionView[]> {
    if (year < 0 || year > 9999) return [];
    return this.database.query(
      'SELECT year, key, content FROM regional_sections WHERE year = $1 ORDER BY key',
      [year],
    );
  }

  /** Writes one section, whole; a repeated call with the same content changes nothing. */
  async put(year: number, key: RegionalSectionKey, content: unknown): Promise<void> {
    await this.database.transaction(async () => {
      const changed = await this.database.execute(
        `INSERT INTO regional_sections (year, key, content) VALUES ($1, $2, $3)
         ON CONFLICT (year, key) DO UPDATE SET content = excluded.content, version = regional_sections.version + 1, updated_at = now()
         WHERE regional_sections.content <> excluded.content`,
        [year, key, JSON.stringify(content)],
      );
      if (changed > 0)
        await this.audit.record({
          action: 'regional_section.put',
          entity: 'regional_section',
          entityId: `${year}:${key}`,
          after: { content },
        });
    });
  }
}
