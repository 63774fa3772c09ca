/** A commitment's area in the plan in force, as the shared one under which it counts. Needs the alias `c`. */
const AREA = `(SELECT coalesce(a.maps_to, a.key) FROM plans p JOIN commitment_versions v ON v.plan_id = p.id JOIN areas a ON a.key = v.area_key
   WHERE p.status = 'adopted' AND p.state_code = c.state_code AND v.commitment_id = c.id)`;

/**
 * Sums by currency of the year `$1` for the region, each State and each shared area, with all rates: one statement. Money is
 * added within a currency only; `gapOf` does the rest.
 */
export const GAPS = `
  WITH money AS (
    SELECT 'own' AS kind, c.state_code AS state, ${AREA} AS area, n.currency, n.own_resources AS amount, n.commitment_id AS quantified
      FROM needs n JOIN commitments c ON c.id = n.commitment_id WHERE n.year = $1
    UNION ALL
    SELECT 'sought', c.state_code, ${AREA}, n.currency, n.cooperation_sought, n.commitment_id
      FROM needs n JOIN commitments c ON c.id = n.commitment_id WHERE n.year = $1
    UNION ALL
    SELECT CASE WHEN k.announced THEN 'announced' ELSE 'funded' END, coalesce(k.state_code, c.state_code, pr.state_code), coalesce(k.area_key, ${AREA}), k.currency, k.amount, NULL
      FROM contributions k LEFT JOIN commitments c ON c.id = k.commitment_id LEFT JOIN projects pr ON pr.id = k.project_id WHERE k.year = $1
  ), placed AS (
    SELECT x.scope, x.key, m.kind, m.currency, m.amount, m.quantified
      FROM money m CROSS JOIN LATERAL (VALUES ('region', NULL), ('state', m.state), ('area', m.area)) x(scope, key)
     WHERE x.scope <> 'state' OR x.key IS NOT NULL
  ), summed AS (
    SELECT scope, key, kind, currency, sum(amount)::text AS amount, count(*)::int AS count FROM placed WHERE amount IS NOT NULL GROUP BY scope, key, kind, currency
  )
  SELECT g.scope, g.key, g.quantified,
         (SELECT coalesce(json_agg(json_build_object('kind', s.kind, 'currency', s.currency, 'amount', s.amount, 'count', s.count)), '[]') FROM summed s
           WHERE s.scope = g.scope AND s.key IS NOT DISTINCT FROM g.key) AS sums,
         (SELECT coalesce(json_agg(json_build_object('from', r.from_currency, 'to', r.to_currency, 'rate', r.rate::text, 'asOf', r.as_of)), '[]')
            FROM exchange_rates r) AS rates
    FROM (SELECT scope, key, count(DISTINCT quantified)::int AS quantified FROM placed GROUP BY scope, key) g
    LEFT JOIN states st ON g.scope = 'state' AND st.code = g.key
   ORDER BY array_position(ARRAY['region', 'state', 'area'], g.scope), st.position, g.key`;

export const NEEDS = `
  SELECT n.id, n.commitment_id AS "commitmentId", c.code AS commitment, c.state_code AS state, n.year, n.currency,
         n.own_resources::text AS "ownResources", n.cooperation_sought::text AS "cooperationSought", n.sources, n.version
    FROM needs n JOIN commitments c ON c.id = n.commitment_id
   WHERE ($1::int IS NULL OR n.year = $1) AND ($2::text IS NULL OR c.state_code = $2) AND ($3::uuid IS NULL OR c.id = $3)
   ORDER BY n.year DESC, c.code`;

export const PUT_NEED = `
  INSERT INTO needs AS n (id, commitment_id, year, currency, own_resources, cooperation_sought, sources)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (commitment_id, year) DO UPDATE SET currency = $4, own_resources = $5, cooperation_sought = $6, sources = $7, version = n.version + 1`;

export const CONTRIBUTIONS = `
  SELECT k.key, k.year, k.contributor_en AS "contributorEn", k.contributor_es AS "contributorEs",
         k.support_platform_member AS "supportPlatformMember", k.announced, p.key AS project, c.code AS commitment, k.state_code AS state,
         k.area_key AS area, k.amount::text AS amount, k.currency, k.sources, k.version
    FROM contributions k LEFT JOIN projects p ON p.id = k.project_id LEFT JOIN commitments c ON c.id = k.commitment_id
   WHERE ($1::int IS NULL OR k.year = $1) AND ($2::text IS NULL OR coalesce(k.state_code, c.state_code, p.state_code) = $2)
     AND ($3::uuid IS NULL OR c.id = $3) AND ($4::boolean IS NULL OR k.support_platform_member = $4) AND ($5::text IS NULL OR k.key = $5)
   ORDER BY k.year DESC, k.key`;

export const PUT_CONTRIBUTION = `
  INSERT INTO contributions AS k (id, key, year, contributor_en, contributor_es, support_platform_member, project_id, commitment_id, state_code,
                             area_key, amount, currency, sources, announced)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  ON CONFLICT (key) DO UPDATE SET year = $3, contributor_en = $4, contributor_es = $5, support_platform_member = $6, project_id = $7,
         commitment_id = $8, state_code = $9, area_key = $10, amount = $11, currency = $12, sources = $13, announced = $14, version = k.version + 1`;

/** $1 and $2 the pair, $3 the day; nothing given: all. */
export const RATES = `
  SELECT from_currency AS "from", to_currency AS "to", trim_scale(rate)::text AS rate, as_of::text AS "asOf", source, version
    FROM exchange_rates
   WHERE ($1::text IS NULL OR from_currency = $1) AND ($2::text IS NULL OR to_currency = $2) AND ($3::date IS NULL OR as_of = $3)
   ORDER BY from_currency, to_currency, as_of DESC`;

export const PUT_RATE = `
  INSERT INTO exchange_rates AS r (id, from_currency, to_currency, rate, as_of, source) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (from_currency, to_currency, as_of) DO UPDATE SET rate = $4, source = $6, version = r.version + 1`;
