import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { BudgetsQueries } from './budgets.queries.js';
import { UNHCR_RESULTS } from './result-row.js';

const OF_YEAR = `
  SELECT f.key AS "frameworkKey", f.name_en AS "frameworkEn", f.name_es AS "frameworkEs", i.level, i.code, i.name_en AS "nameEn",
         i.name_es AS "nameEs", i.value_type AS "valueType", i.unit_en AS "unitEn", i.unit_es AS "unitEs", i.scale, s.place_en AS "placeEn",
         s.place_es AS "placeEs", s.id AS "seriesId", s.population_en AS "populationEn", s.population_es AS "populationEs", o.source,
         o.source = s.preferred_source AS preferred,
         jsonb_object_agg(o.role, jsonb_build_object('state', o.value_state, 'value', o.value, 'currency', o.currency)) AS values
    FROM observations o
    JOIN indicator_series s ON s.id = o.series_id
    JOIN indicators i ON i.id = s.indicator_id
    JOIN frameworks f ON f.key = i.framework_key
   WHERE o.year = $1 AND o.part = 'year' AND o.dimension = '' AND (s.state_code IS NOT NULL OR s.place = 'REGION')
   GROUP BY f.key, i.id, s.id, o.source
   ORDER BY f.key COLLATE "C", i.level COLLATE "C", i.code COLLATE "C", s.place COLLATE "C", s.population_key COLLATE "C", o.source COLLATE "C"`;

/** How far back the series of the year's values are told. */
const YEARS_BEFORE = 9;

/** Earlier values of the series that have one in the year, from every source. $1 year, $2 how far back. */
const EARLIER = `
  SELECT s.id AS "seriesId", o.year, o.source, o.source = s.preferred_source AS preferred,
         jsonb_object_agg(o.role, jsonb_build_object('state', o.value_state, 'value', o.value, 'currency', o.currency)) AS values
    FROM observations o
    JOIN indicator_series s ON s.id = o.series_id
   WHERE o.year BETWEEN $1::int - $2::int AND $1::int - 1 AND o.part = 'year' AND o.dimension = '' AND o.role IN ('actual', 'target')
     AND (s.state_code IS NOT NULL OR s.place = 'REGION')
     AND EXISTS (SELECT FROM observations n WHERE n.series_id = s.id AND n.year = $1::int AND n.part = 'year' AND n.dimension = '')
   GROUP BY s.id, o.year, o.source
   ORDER BY s.id, o.year, o.source COLLATE "C"`;

/** What a year's report tells of indicators, as snapshots freeze it: totals of the year and of those before, every source, and the budget. */
@Injectable()
export class IndicatorSection {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(BudgetsQueries) private readonly budgets: BudgetsQueries,
  ) {}

  /** Nothing for a year without values. */
  async sectionsOf(year: number): Promise<{ id: 'indicators'; content: unknown }[]> {
    const values = await this.database.jsonRows(OF_YEAR, [year]);
    const earlier = await this.database.jsonRows(EARLIER, [year, YEARS_BEFORE]);
    const budget = await this.budgets.lines(UNHCR_RESULTS, { year });
    return values.length === 0 ? [] : [{ id: 'indicators', content: { values, earlier, budget } }];
  }
}
