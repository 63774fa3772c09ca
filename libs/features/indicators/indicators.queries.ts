import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type Bilingual, notFound, type Page, pageOf, parseCursor } from '#platform/http';
import { dataNotes } from './data-notes.rules.js';
import type { FrameworkDto, IndicatorDto, IndicatorsQuery, IndicatorSummary } from './indicator.dto.js';
import type { ObservationDto, SeriesDto, SeriesQuery } from './observation.dto.js';
import type { IndicatorType } from './indicator.vocabulary.js';

export const INDICATOR: Bilingual = { en: 'indicator', es: 'el indicador' };

const COLUMNS = `i.id, i.framework_key AS "frameworkKey", i.level, i.code, i.area_code AS "areaCode", a.name_en AS "areaEn",
  a.name_es AS "areaEs", i.name_en AS "nameEn", i.name_es AS "nameEs", i.value_type AS "valueType", i.unit_en AS "unitEn",
  i.unit_es AS "unitEs", i.scale, i.scale_ordered AS "scaleOrdered", i.direction, i.direction_inferred AS "directionInferred", i.basis, i.over_time AS "overTime",
  i.over_places AS "overPlaces", i.note_en AS "noteEn", i.note_es AS "noteEs", i.source, i.version`;

const FROM = `FROM indicators i LEFT JOIN framework_areas a ON a.framework_key = i.framework_key AND a.code = i.area_code`;

/** `2.1` before `10.1`: numbers within codes are filled with zeros. */
const SORT = `regexp_replace(regexp_replace(i.code, '(\\d+)', '0000\\1', 'g'), '0*(\\d{5})', '\\1', 'g')`;

const LIST = `
  WITH found AS (
    SELECT ${COLUMNS}, i.framework_key || ' ' || array_position(ARRAY['impact', 'outcome', 'output'], i.level) || ' ' || ${SORT} AS sort ${FROM}
     WHERE ($1::text IS NULL OR i.framework_key = $1) AND ($2::text IS NULL OR i.level = $2) AND ($3::text IS NULL OR i.area_code = $3)
       AND (($4::text IS NULL AND $5::text IS NULL) OR EXISTS (
         SELECT FROM indicator_series s WHERE s.indicator_id = i.id AND ($4::text IS NULL OR s.place = $4)
            AND ($5::text IS NULL OR s.population_key = $5)))
       AND ($6::uuid IS NULL OR EXISTS (SELECT FROM indicator_commitments c WHERE c.indicator_id = i.id AND c.commitment_id = $6))
       AND ($7::text IS NULL OR i.code ILIKE $7 OR i.name_en ILIKE $7 OR i.name_es ILIKE $7)
  )
  SELECT f.*, n.series AS "seriesCount", n.latest AS "latestYear"
    FROM (SELECT * FROM found WHERE $8::text IS NULL OR (sort, id) > ($8, $9::uuid) ORDER BY sort, id LIMIT $10) f
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS series,
             max((SELECT max(o.year) FROM observations o WHERE o.series_id = s.id AND o.role = 'actual' AND o.value IS NOT NULL)) AS latest
        FROM indicator_series s WHERE s.indicator_id = f.id) n
   ORDER BY f.sort, f.id`;

/**
 * The indicator and its series first, each once, then the observations with nothing of their series but its id: told again
 * for each of some hundred observations, the series would be most of the work. The order is made here, where it costs less.
 */
const SERIES = `
  WITH of_indicator AS MATERIALIZED (
    SELECT id FROM indicator_series
     WHERE indicator_id = $1 AND ($2::text IS NULL OR place = $2) AND ($3::text IS NULL OR population_key = $3))
  SELECT NULL::uuid AS "seriesId", to_jsonb(i.value_type) AS head, NULL::uuid AS id, NULL::smallint AS year, NULL AS part, NULL AS role,
         NULL AS dimension, NULL AS category, NULL AS source, NULL AS "valueState", NULL::numeric AS value, NULL::numeric AS numerator,
         NULL::numeric AS denominator, NULL AS currency, NULL AS qualifier, NULL AS printed, NULL AS "noteEn", NULL AS "noteEs",
         NULL::int AS version
    FROM indicators i WHERE i.id = $1
  UNION ALL
  SELECT s.id, jsonb_build_object('id', s.id, 'place', s.place, 'placeEn', s.place_en, 'placeEs', s.place_es, 'stateCode', s.state_code,
           'populationKey', s.population_key, 'populationEn', s.population_en, 'populationEs', s.population_es,
           'preferredSource', s.preferred_source, 'version', s.version),
         NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM indicator_series s JOIN of_indicator USING (id)
  UNION ALL
  SELECT o.series_id, NULL, o.id, o.year, o.part, o.role, o.dimension, o.category, o.source, o.value_state, o.value, o.numerator,
         o.denominator, o.currency, o.qualifier, o.printed, o.note_en, o.note_es, o.version
    FROM of_indicator s JOIN observations o ON o.series_id = s.id AND o.year BETWEEN $4 AND $5`;

type SeriesHead = Omit<SeriesDto, 'observations' | 'notes'>;
type SeriesRow = ObservationDto & { seriesId: string | null; head: SeriesHead | IndicatorType | null };

/** Reads indicators. Everything here is open to all. */
@Injectable()
export class IndicatorsQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Frameworks with how many indicators each has. */
  frameworks(): Promise<FrameworkDto[]> {
    return this.database.query(
      `SELECT f.key, f.name_en AS "nameEn", f.name_es AS "nameEs", f.owner,
              (SELECT count(*)::int FROM indicators i WHERE i.framework_key = f.key) AS indicators
         FROM frameworks f ORDER BY f.key`,
    );
  }

  /** Indicators that fit, by framework, level and code, a page of them. */
  async list(query: IndicatorsQuery): Promise<Page<IndicatorSummary>> {
    const after = query.cursor ? parseCursor(query.cursor, 2, isKey) : [null, null];
    const rows = await this.database.query<IndicatorSummary & { sort: string }>(
      LIST,
      [
        ...[query.framework, query.level, query.area, query.state, query.population, query.commitment].map(
          (filter) => filter ?? null,
        ),
        ...[query.q ? contains(query.q) : null, ...after, query.limit + 1],
      ],
      'indicators_list',
    );
    const page = pageOf(rows, query.limit, ({ sort, id }) => [sort, id]);
    for (const item of page.items) delete (item as Partial<typeof item>).sort;
    return page;
  }

  /** @throws DomainError not_found */
  async get(id: string): Promise<IndicatorDto> {
    const found = isId(id)
      ? await this.database.one<IndicatorDto>(`SELECT ${COLUMNS} ${FROM} WHERE i.id = $1`, [id])
      : undefined;
    if (!found) throw notFound(INDICATOR);
    return found;
  }

  /**
   * The series of an indicator with every observation and disaggregation and with what a reader must know about them.
   * One statement. @throws DomainError not_found
   */
  async series(id: string, query: SeriesQuery): Promise<SeriesDto[]> {
    const rows = isId(id)
      ? await this.database.jsonRows<SeriesRow>(
          SERIES,
          [id, query.state ?? null, query.population ?? null, query.from ?? 1950, query.to ?? 2100],
          'indicator_series',
        )
      : [];
    if (rows.length === 0) throw notFound(INDICATOR);
    const [indicator, ...rest] = rows;
    const series = new Map<string | null, SeriesDto>();
    for (const { seriesId, head, ...observation } of rest)
      if (head !== null) series.set(seriesId, { ...(head as SeriesHead), observations: [], notes: [] });
      else series.get(seriesId)?.observations.push(observation);
    for (const each of series.values()) {
      each.observations.sort(inOrder);
      each.notes = dataNotes(indicator?.head as IndicatorType, each.preferredSource, each.observations).map(
        ({ text, ...note }) => ({ ...note, textEn: text.en, textEs: text.es }),
      );
    }
    return [...series.values()].sort(
      (a, b) => compare(a.place, b.place) || compare(a.populationKey, b.populationKey),
    );
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By period, role and part: the total comes before its parts. */
const inOrder = (a: ObservationDto, b: ObservationDto): number =>
  a.year - b.year ||
  compare(a.part, b.part) ||
  compare(a.role, b.role) ||
  compare(a.dimension, b.dimension) ||
  compare(a.category, b.category) ||
  compare(a.source, b.source);

const isKey = ([sort, id]: (string | number | null)[]): boolean => typeof sort === 'string' && isId(id);

export const isId = (id: unknown): boolean =>
  typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
