import { FIRST_YEAR, YEARS } from './generate.sql.js';

/** Indicators at scale 1: 14 series each, 50 observations a series, 67,200 in all. */
export const INDICATORS = 96;

/** Indicators of 7 States and 2 populations over ten years, each year a total and four parts. $1 how many. */
export const GENERATE_INDICATORS: readonly string[] = [
  `INSERT INTO frameworks (key, name_en, name_es, owner) SELECT 'bench', 'Bench', 'Bench', 'nobody' WHERE $1::int > 0`,
  `INSERT INTO indicators (id, framework_key, level, code, name_en, name_es, value_type, unit_en, unit_es, direction, basis, over_time,
                           over_places, source)
   SELECT gen_random_uuid(), 'bench', 'output', n::text, 'People assisted ' || n, 'Personas atendidas ' || n, 'count', 'people', 'personas',
          'higher_is_better', 'period', 'sum', 'sum', 'Bench' FROM generate_series(1, $1::int) n`,
  `INSERT INTO indicator_series (id, indicator_id, place, place_en, place_es, state_code, population_key, population_en, population_es)
   SELECT gen_random_uuid(), i.id, s.code, s.name_en, s.name_es, s.code, p.key, p.key, p.key
     FROM indicators i CROSS JOIN states s CROSS JOIN (VALUES ('refugees'), ('idps')) p(key)
    WHERE i.framework_key = 'bench' AND $1::int > 0`,
  `INSERT INTO observations (id, series_id, year, role, dimension, category, source, value)
   SELECT gen_random_uuid(), s.id, y, 'actual', d.dimension, d.category, 'National report', d.share * (1 + abs(hashtext(s.id::text || y)) % 10000)
     FROM indicators i JOIN indicator_series s ON s.indicator_id = i.id
     CROSS JOIN generate_series(${FIRST_YEAR}, ${FIRST_YEAR + YEARS - 1}) y
     CROSS JOIN (VALUES ('', '', 4), ('sex', 'women', 3), ('sex', 'men', 1), ('age', 'children', 2), ('age', 'adults', 2)) d(dimension, category, share)
    WHERE i.framework_key = 'bench' AND $1::int > 0 ORDER BY y, s.id`,
];

/** The floor's own flat copy. */
export const FLOOR_OBSERVATIONS: readonly string[] = [
  `CREATE TABLE floor_observations AS
   SELECT s.indicator_id, s.id AS series_id, s.place, s.place_en, s.place_es, s.state_code, s.population_key, s.population_en, s.population_es,
          s.preferred_source, o.id, o.year, o.part, o.role, o.dimension, o.category, o.source, o.value_state, o.value, o.numerator, o.denominator,
          o.currency, o.qualifier, o.printed, o.note_en, o.note_es, o.version
     FROM indicator_series s JOIN observations o ON o.series_id = s.id ORDER BY s.indicator_id, s.place, s.population_key, o.year`,
  'CREATE INDEX ON floor_observations (indicator_id)',
];
