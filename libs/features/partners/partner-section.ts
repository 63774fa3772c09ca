import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { OF_YEAR } from './partner.queries.js';

/** Partners' figures of a year as its snapshots freeze them: beside what the States report, never part of it. */
@Injectable()
export class PartnerSection {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Nothing for a year without sheets. */
  async sectionsOf(year: number): Promise<{ id: 'partner_figures'; content: unknown }[]> {
    const content = await this.database.jsonRows(OF_YEAR, [year]);
    return content.length === 0 ? [] : [{ id: 'partner_figures', content }];
  }
}
