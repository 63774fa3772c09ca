import type { SearchSource } from './search.source.js';
import { SOURCES } from './search.sources.js';
import { BY_CODE, BY_LEAD, FIRST_OF_EACH } from './search.vocabulary.js';

/** Placeholders of what is asked. */
export interface Asked {
  words: string;
  kind: string;
  state: string;
  year: string;
  /** Place of the last result before: its rank and row; null for the first page. */
  afterRank: string;
  afterRow: string;
  limit: string;
  /** Condition on a row `t` of a table that holds drafts, by the table's name. */
  mayRead: Readonly<Record<string, string>>;
}

/**
 * The words that were asked for, each as what finds it: as it stands (the last one as a beginning, while it is being typed),
 * and by its stem in both languages. An acronym stands for its names too, and never by a stem: COMAR is no form of "comer".
 * Words like "of", in either language, count only while nothing follows them. A code is also looked for as a whole: MX-03.
 * An institution is asked for with the commitments that it leads, which come after those that say the words themselves.
 */
const asked = (words: string): string => `
  folded AS MATERIALIZED (SELECT search_fold(${words}) AS text, search_code(${words}) AS code),
  word AS (
    SELECT w, at, at = max(at) OVER () AS last FROM folded, regexp_split_to_table(folded.text, '[^[:alnum:]]+') WITH ORDINALITY AS s (w, at)
     WHERE w <> ''
  ),
  named AS MATERIALIZED (
    SELECT search_code(acronym) AS w, term_en AS en, term_es AS es FROM acronyms
     WHERE search_code(acronym) = ANY (ARRAY(SELECT w FROM word)) OR search_fold(term_en) = (SELECT text FROM folded) OR search_fold(term_es) = (SELECT text FROM folded)
    UNION
    SELECT search_code(acronym), name_en, name_es FROM institutions
     WHERE search_code(acronym) = ANY (ARRAY(SELECT w FROM word)) OR search_fold(name_en) = (SELECT text FROM folded) OR search_fold(name_es) = (SELECT text FROM folded)
  ),
  phrase AS (
    SELECT w, string_agg(nullif((phraseto_tsquery('pg_catalog.english', search_fold(en)) || phraseto_tsquery('pg_catalog.spanish', search_accent(search_fold(es))))::text, ''), ' | ')::tsquery AS names
      FROM named GROUP BY w
  ),
  sought AS (
    SELECT word.w, word.at, word.last, phrase.w IS NOT NULL AS acronym, phrase.names,
           plainto_tsquery('pg_catalog.english', word.w) AS en, plainto_tsquery('pg_catalog.spanish', search_accent(word.w)) AS es
      FROM word LEFT JOIN phrase USING (w)
  ),
  counted AS (SELECT * FROM sought WHERE last OR acronym OR (numnode(en) > 0 AND numnode(es) > 0)),
  query AS MATERIALIZED (
    SELECT (string_agg('(' || (to_tsquery('pg_catalog.simple', w || CASE WHEN last AND length(w) > 1 THEN ':*' ELSE '' END)
                               || CASE WHEN acronym THEN names ELSE en || es END)::text || ')', ' & ' ORDER BY at)
            || coalesce((SELECT ' | ' || to_tsquery('pg_catalog.simple', code || ':*')::text FROM folded WHERE length(code) > 2), '')
            || coalesce((SELECT string_agg(' | ' || to_tsquery('pg_catalog.simple', w)::text, '') FROM named WHERE w <> '' AND w NOT IN (SELECT w FROM word)), ''))::tsquery AS q,
           coalesce(json_agg(json_build_object('word', w, 'begun', last, 'stems', CASE WHEN acronym THEN '{}' ELSE tsvector_to_array(to_tsvector('pg_catalog.english', w))
                             || tsvector_to_array(to_tsvector('pg_catalog.spanish', search_accent(w))) END)), '[]') AS words,
           (SELECT coalesce(json_agg(n), '[]') FROM (SELECT en AS n FROM named UNION SELECT es FROM named) x) AS names
      FROM counted
  ),
  known AS (
    SELECT source, row_id, code, document FROM search_texts WHERE document @@ (SELECT q FROM query)
    UNION ALL
    SELECT s.source, s.row_id, made.code, made.document FROM search_texts s JOIN updates late ON late.id = s.row_id CROSS JOIN search_of(late) made
     WHERE s.document IS NULL AND made.document @@ (SELECT q FROM query)
  ),
  direct AS MATERIALIZED (
    SELECT source, row_id, (CASE WHEN code = (SELECT code FROM folded) THEN ${BY_CODE} ELSE 0 END + 1e6 * ts_rank(document, (SELECT q FROM query), 1))::int AS rank
      FROM known
  ),
  hit AS MATERIALIZED (
    SELECT * FROM direct
    UNION ALL
    SELECT 'commitment_versions', i.commitment_version_id, max(least(d.rank, ${BY_LEAD})) - ${BY_LEAD} - 1
      FROM direct d JOIN commitment_institutions i ON i.institution_id = d.row_id AND i.role = 'lead'
     WHERE d.source = 'institutions' AND NOT EXISTS (SELECT FROM direct o WHERE o.source = 'commitment_versions' AND o.row_id = i.commitment_version_id)
     GROUP BY i.commitment_version_id
  ),
  present AS MATERIALIZED (SELECT DISTINCT source FROM hit)`;

const from = ({ table, rowId = 't.id' }: SearchSource, rows: string, joins: string): string =>
  `FROM ${rows} h JOIN ${table} t ON ${rowId} = h.row_id ${joins} WHERE h.source = '${table}'`;

/** A table without hits is not looked into, and not every hit asked whether it is of that table. */
function foundIn(source: SearchSource, { state, year, mayRead }: Asked): string {
  const {
    table,
    kind,
    joins = '',
    shown,
    state: ofState = 'NULL::text',
    year: ofYear = 'NULL::int',
  } = source;
  // An indicator is of every State that it has a series of.
  const inState =
    table === 'indicators'
      ? `EXISTS (SELECT FROM indicator_series s WHERE s.indicator_id = t.id AND s.state_code = ${state})`
      : `${ofState} = ${state}`;
  return `
    SELECT h.source, h.row_id, h.rank, '${kind}' AS kind ${from(source, 'hit', joins)}
       AND EXISTS (SELECT FROM present WHERE source = '${table}')
       AND (${state}::text IS NULL OR ${inState}) AND (${year}::int IS NULL OR ${ofYear} = ${year})
       ${[shown, mayRead[table]].map((condition) => (condition ? `AND ${condition}` : '')).join(' ')}`;
}

function shownOf(source: SearchSource): string {
  const { table, target = 't.id', title = ['NULL', 'NULL'], text, joins = '', joinsShown = '' } = source;
  const { code = 'NULL', commitment = 'NULL', state = 'NULL', year = 'NULL', cycle = 'NULL' } = source;
  return `
    SELECT h.*, '${table}' AS table_name, ${target}::text AS target, ${commitment}::uuid AS commitment, ${code}::text AS code, ${state}::text AS state, ${year}::int AS year,
           ${cycle}::text AS cycle, ${title[0]}::text AS title_en, ${title[1]}::text AS title_es, ${text[0]}::text AS text_en, ${text[1]}::text AS text_es
      ${from(source, 'page', `${joins} ${joinsShown}`)}`;
}

/**
 * One search, one row: what was understood, how many there are of each kind, and the best: of all kinds a few each, or of one
 * kind a page and one more.
 */
export const searchSql = (ask: Asked): string => `
  WITH ${asked(ask.words)},
  found AS MATERIALIZED (${SOURCES.map((source) => foundIn(source, ask)).join(' UNION ALL ')}),
  counts AS MATERIALIZED (SELECT kind, count(*)::int AS count, max(rank) AS best FROM found GROUP BY kind),
  page AS MATERIALIZED (
    SELECT best.* FROM counts k CROSS JOIN LATERAL (
      SELECT source, row_id, rank, kind FROM found f
       WHERE f.kind = k.kind AND (${ask.afterRank}::int IS NULL OR (-rank, row_id) > (-${ask.afterRank}::int, ${ask.afterRow}::uuid))
       ORDER BY rank DESC, row_id LIMIT CASE WHEN ${ask.kind}::text IS NULL THEN ${FIRST_OF_EACH} ELSE ${ask.limit}::int + 1 END) best
     WHERE ${ask.kind}::text IS NULL OR k.kind = ${ask.kind}
  ),
  shown AS (${SOURCES.map(shownOf).join(' UNION ALL ')})
  SELECT query.words, query.names,
         (SELECT coalesce(json_agg(json_build_object('kind', kind, 'count', count, 'best', best)), '[]') FROM counts) AS counts,
         (SELECT coalesce(json_agg(json_build_object('id', row_id, 'rank', rank, 'kind', kind, 'table', table_name, 'target', target, 'commitmentId', commitment, 'code', code, 'stateCode', state,
                   'year', year, 'cycleKey', cycle, 'titleEn', title_en, 'titleEs', title_es, 'textEn', text_en, 'textEs', text_es) ORDER BY rank DESC, row_id), '[]') FROM shown) AS items
    FROM query`;
