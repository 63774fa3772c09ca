/** Every cycle with the instants of its steps: what state it was in at an instant is a rule (`cycleStateAt`). */
export const STEPPED_CYCLES = `
  SELECT id, year, kind, opens_on AS "opensOn", due_on AS "dueOn", cutoff_on AS "cutoffOn",
         reminder_offsets AS "reminderOffsets", reminder_hour AS "reminderHour",
         opened_at AS "openedAt", review_started_at AS "reviewStartedAt", endorsed_at AS "endorsedAt", published_at AS "publishedAt"
  FROM cycles WHERE opened_at <= $1 AND (endorsed_at IS NULL OR endorsed_at > $1)`;

/** The time zone of a person's State, from their roles `r` with the States `s`; in the middle of the region without one. */
export const ZONE_OF_ROLES = `coalesce((array_agg(s.time_zone ORDER BY r.role = 'presidency', s.code) FILTER (WHERE s.code IS NOT NULL))[1],
           'America/Mexico_City')`;

/** People who can be reminded, with the roles of the instant, the time zone of their State and their quiet days. $1 instant, $2 one of them or null: all. */
export const REMINDER_PERSONS = `
  SELECT u.id AS "userId", u.lang,
         ${ZONE_OF_ROLES} AS "timeZone",
         json_agg(json_build_object('role', r.role, 'stateCode', r.state_code)) AS roles,
         CASE WHEN q.user_id IS NOT NULL THEN json_build_object('weekdays', q.quiet_weekdays, 'ranges', q.quiet_ranges) END AS quiet
  FROM auth_users u
  JOIN role_assignments r ON r.user_id = u.id AND r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to > $1)
  LEFT JOIN states s ON s.code = r.state_code
  LEFT JOIN reminder_settings q ON q.user_id = u.id
  WHERE ($2::uuid IS NULL OR u.id = $2) AND u.active AND NOT EXISTS (SELECT FROM reminder_stops x WHERE x.user_id = u.id AND x.stopped_at <= $1)
  GROUP BY u.id, q.user_id`;

/**
 * The commitments of the plans in force in some cycles `c`, as they stood at an instant, as "item". $1 instant.
 * Of an update that was returned and submitted again only the last turn is known.
 */
export const commitmentsAt = (cycles: string): string => `
  WITH plan AS (
    SELECT DISTINCT ON (c.id, p.state_code) c.id AS cycle_id, p.id
    FROM cycles c JOIN plans p ON p.status <> 'draft' AND (p.adopted_on IS NULL OR p.adopted_on <= c.cutoff_on)
    WHERE ${cycles}
    ORDER BY c.id, p.state_code, p.version_number DESC
  ),
  item AS (
    SELECT plan.cycle_id, v.id AS version_id, c.id AS commitment_id, c.code, c.state_code, v.number, v.area_key,
           v.title_en, v.title_es, u.id AS update_id, u.submitted_at,
           u.decided_at, e.kind AS explained, e.at AS explained_at,
           CASE WHEN u.decided_at <= $1 AND u.review_state IN ('approved', 'published') THEN 'approved'
                WHEN u.decided_at <= $1 AND u.review_state IN ('returned', 'draft') THEN 'returned'
                WHEN u.submitted_at <= $1 THEN 'submitted'
                ELSE 'draft' END AS standing
    FROM plan
    JOIN commitment_versions v ON v.plan_id = plan.id
    JOIN commitments c ON c.id = v.commitment_id
    LEFT JOIN LATERAL (
      SELECT id, review_state, submitted_at, decided_at FROM updates
      WHERE cycle_id = plan.cycle_id AND commitment_id = c.id AND created_at <= $1 ORDER BY revision DESC LIMIT 1
    ) u ON true
    LEFT JOIN commitment_explanations e ON e.cycle_id = plan.cycle_id AND e.commitment_id = c.id AND e.at <= $1
  )`;

/** $2 ids of the cycles. */
const COMMITMENTS_AT = commitmentsAt('c.id = ANY($2::uuid[])');

/**
 * What of "item" is due: neither submitted nor explained. An update in the making outranks an explanation, and a reopened
 * commitment is due again.
 */
export const IS_DUE = `((standing IN ('draft', 'returned') AND (explained IS NULL OR update_id IS NOT NULL))
       OR (explained = 'reopened' AND standing <> 'submitted'))`;

/** Everybody who sees what is "due" under "my updates due": focal points, and who speaks for the leading institution. $1 instant. */
export const DUE_PERSONS = `
  person AS (
    SELECT due.cycle_id, due.commitment_id, f.user_id
    FROM due JOIN commitment_focal_points f ON f.commitment_id = due.commitment_id
    WHERE f.from_on <= $1::date AND (f.to_on IS NULL OR f.to_on > $1::date)
    UNION
    SELECT due.cycle_id, due.commitment_id, r.user_id
    FROM due
    JOIN commitment_institutions i ON i.commitment_version_id = due.version_id AND i.role = 'lead'
    JOIN role_assignments r ON r.institution_id = i.institution_id AND r.state_code = due.state_code AND r.role = 'focal_point'
    WHERE r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to > $1)
  )`;

/** Commitments whose update is due, with everybody who is to hear of it. $1 instant, $2 ids of cycles. */
export const DUE_ITEMS = `${COMMITMENTS_AT},
  due AS (SELECT * FROM item WHERE ${IS_DUE}),${DUE_PERSONS}
  SELECT due.cycle_id AS "cycleId", due.commitment_id AS "commitmentId", due.code, due.state_code AS "stateCode",
         due.title_en AS "titleEn", due.title_es AS "titleEs", coalesce(p.ids, '{}') AS "userIds",
         CASE WHEN due.standing = 'returned' THEN due.decided_at WHEN due.explained = 'reopened' THEN due.explained_at END AS since
  FROM due
  LEFT JOIN (SELECT cycle_id, commitment_id, array_agg(user_id) AS ids FROM person GROUP BY 1, 2) p USING (cycle_id, commitment_id)`;

/** Updates that wait for their State's coordinator. $1 instant, $2 ids of cycles. */
export const WAITING_ITEMS = `${COMMITMENTS_AT}
  SELECT cycle_id AS "cycleId", commitment_id AS "commitmentId", code, state_code AS "stateCode", title_en AS "titleEn",
         title_es AS "titleEs", update_id AS "updateId", submitted_at AS "submittedAt"
  FROM item WHERE standing = 'submitted'`;

export const PRESIDENCY_TERMS = `SELECT state_code AS "stateCode", starts_on AS "startsOn", ends_on AS "endsOn" FROM presidencies`;

/** Ledger rows of the reminding cycles. $1 ids of cycles. */
export const CLAIMED_SLOTS = `
  SELECT l.user_id AS "userId", l.cycle_id AS "cycleId", l.kind, l.offset_days AS "offsetDays"
  FROM reminder_ledger l WHERE l.cycle_id = ANY($1::uuid[])`;

/**
 * Claims slots; the ids that come back are this caller's to send, the others are somebody else's.
 * $1 rows as JSON, $2 now.
 */
export const CLAIM_SLOTS = `
  INSERT INTO reminder_ledger (id, user_id, cycle_id, kind, offset_days, scheduled_at, claimed_at, outcome, commitment_ids, why_en, why_es)
  SELECT r.id, r."userId", r."cycleId", r.kind, r."offsetDays", r."scheduledAt", $2, r.outcome, r."commitmentIds", r."whyEn", r."whyEs"
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "userId" uuid, "cycleId" uuid, kind text, "offsetDays" int, "scheduledAt" timestamptz,
       outcome text, "commitmentIds" uuid[], "whyEn" text, "whyEs" text)
  ORDER BY r."userId", r."cycleId", r.kind, r."offsetDays"
  ON CONFLICT (user_id, cycle_id, kind, offset_days) DO NOTHING
  RETURNING id, outcome`;

/** Everything that one mail needs, with what is still open of what it named. Locks the entry. $1 ledger id, $2 now. */
export const DIGEST_TO_SEND = `
  SELECT l.id, l.kind, l.outcome, l.cycle_id AS "cycleId", u.email, u.name, u.lang,
         l.user_id AS "userId", u.active AND NOT EXISTS (SELECT FROM reminder_stops x WHERE x.user_id = u.id) AS active,
         c.key AS "cycleKey", c.year, c.kind AS "cycleKind", c.due_on AS "dueOn", l.offset_days AS "offsetDays",
         (SELECT coalesce(json_agg(json_build_object('code', k.code, 'stateCode', k.state_code, 'titleEn', v.title_en, 'titleEs', v.title_es) ORDER BY k.code), '[]')
          FROM commitments k
          JOIN LATERAL (SELECT said.title_en, said.title_es FROM commitment_versions said
                        JOIN plans p ON p.id = said.plan_id AND p.status <> 'draft'
                        WHERE said.commitment_id = k.id ORDER BY p.version_number DESC LIMIT 1) v ON true
          LEFT JOIN LATERAL (SELECT review_state FROM updates WHERE cycle_id = l.cycle_id AND commitment_id = k.id
                             ORDER BY revision DESC LIMIT 1) p ON true
          LEFT JOIN commitment_explanations e ON e.cycle_id = l.cycle_id AND e.commitment_id = k.id
          WHERE k.id = ANY(l.commitment_ids)
            AND CASE WHEN l.kind = 'review_queue' THEN p.review_state = 'submitted'
                     WHEN e.kind = 'reopened' THEN p.review_state IS DISTINCT FROM 'submitted'
                     ELSE p.review_state IN ('draft', 'returned') OR (p.review_state IS NULL AND e.kind IS NULL) END) AS items,
         (SELECT ${ZONE_OF_ROLES} FROM role_assignments r LEFT JOIN states s ON s.code = r.state_code
          WHERE r.user_id = u.id AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to > $2)) AS "timeZone"
  FROM reminder_ledger l JOIN auth_users u ON u.id = l.user_id JOIN cycles c ON c.id = l.cycle_id
  WHERE l.id = $1
  FOR UPDATE OF l`;
