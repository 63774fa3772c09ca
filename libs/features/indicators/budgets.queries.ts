import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { BudgetLineDto, BudgetQuery } from './budget.dto.js';

/** Reads budgets of frameworks. Nothing is added up across currencies: each line names its own. */
@Injectable()
export class BudgetsQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Lines of a framework's budget, by place, year, kind and position. */
  lines(frameworkKey: string, { state, year }: BudgetQuery): Promise<BudgetLineDto[]> {
    return this.database.jsonRows<BudgetLineDto & Record<string, unknown>>(
      `SELECT place, year, kind, position, area_code AS "areaCode", name_en AS "nameEn", name_es AS "nameEs", is_total AS "isTotal",
              currency, final_budget AS "finalBudget", funds_available AS "fundsAvailable", expenditure,
              round(100 * funds_available / nullif(final_budget, 0), 2) AS "fundsPercent",
              round(100 * expenditure / nullif(funds_available, 0), 2) AS "spentPercent", source
         FROM budget_lines
        WHERE framework_key = $1 AND ($2::text IS NULL OR place = $2) AND ($3::int IS NULL OR year = $3)
        ORDER BY place, year DESC, kind, source, position`,
      [frameworkKey, state ?? null, year ?? null],
      'budget_lines',
    );
  }
}
