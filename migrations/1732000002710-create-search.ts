import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is searched of a table: its key, the column with its code, and columns with titles and texts of each language. */
interface Searched {
  table: string;
  key?: string;
  code?: string;
  titleEn?: string;
  titleEs?: string;
  textEn?: string;
  textEs?: string;
  /** Its words are made after the change, as it is saved again and again; until then searches make them. */
  later?: boolean;
}

const NAMES = { titleEn: 'name_en', titleEs: 'name_es' };
const TITLES = { titleEn: 'title_en', titleEs: 'title_es' };
const TEXTS = { titleEn: 'text_en', titleEs: 'text_es' };

const SEARCHED: readonly Searched[] = [
  { table: 'commitment_versions', ...TITLES, textEn: 'summary_en', textEs: 'summary_es' },
  {
    table: 'updates',
    textEn: 'narrative_en challenges_en next_steps_en support_needed_en',
    textEs: 'narrative_es challenges_es next_steps_es support_needed_es',
    later: true,
  },
  { table: 'facts', code: 'code', ...TEXTS, textEn: 'note_en institutions source', textEs: 'note_es' },
  { table: 'indicators', code: 'code', ...NAMES, textEn: 'note_en unit_en', textEs: 'note_es unit_es' },
  { table: 'pledges', code: 'key', ...TITLES, textEn: 'description_en', textEs: 'description_es' },
  { table: 'projects', code: 'key', ...TITLES, textEn: 'note_en', textEs: 'note_es' },
  { table: 'needs', textEn: 'sources' },
  { table: 'contributions', code: 'key', titleEn: 'contributor_en', titleEs: 'contributor_es' },
  { table: 'stated_gaps', key: 'key', code: 'key', textEn: 'note_en', textEs: 'note_es' },
  { table: 'teams', key: 'key', ...NAMES },
  {
    table: 'team_updates',
    textEn: 'summary_en challenges_en next_steps_en',
    textEs: 'summary_es challenges_es next_steps_es',
  },
  { table: 'team_activities', ...TEXTS, textEn: 'output_en', textEs: 'output_es' },
  { table: 'team_products', ...TITLES, textEn: 'file_name' },
  { table: 'team_sessions', ...TITLES, textEn: 'place_en', textEs: 'place_es' },
  {
    table: 'mechanisms',
    code: 'key',
    ...NAMES,
    textEn: 'mandate_en chair_en secretariat_en note_en',
    textEs: 'mandate_es chair_es secretariat_es note_es',
  },
  { table: 'mechanism_agreements', ...TEXTS },
  { table: 'mechanism_sessions', ...TITLES },
  { table: 'dialogues', ...NAMES, textEn: 'lead_en status_en', textEs: 'lead_es status_es' },
  { table: 'alliance_events', ...NAMES, textEn: 'detail_en', textEs: 'detail_es' },
  { table: 'good_practices', ...TITLES, textEn: 'text_en', textEs: 'text_es' },
  { table: 'stories', ...TITLES, textEn: 'text_en', textEs: 'text_es' },
  { table: 'partner_sheets', code: 'key', ...TITLES },
  {
    table: 'partner_figures',
    code: 'code',
    titleEn: 'label_en',
    titleEs: 'label_es',
    textEn: 'footnote_en population place',
    textEs: 'footnote_es',
  },
  { table: 'regional_documents', key: 'key', ...TITLES, textEn: 'note_en', textEs: 'note_es' },
  { table: 'regional_plan_items', ...TEXTS },
  { table: 'institutions', code: 'acronym', ...NAMES, textEn: 'key' },
  {
    table: 'acronyms',
    key: 'place acronym',
    code: 'acronym',
    titleEn: 'term_en',
    titleEs: 'term_es',
    textEn: 'note_en',
    textEs: 'note_es',
  },
];

const FUNCTIONS = [
  // What differs in writing alone: accents, capitals, strokes between words. As many characters as before. Immutable, which
  // the extension unaccent is not, and there wherever PostgreSQL is.
  `CREATE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN lower(translate(words, 'áéíóúüñÁÉÍÓÚÜÑ/', 'aeiouunAEIOUUN '))`,
  // Of Spanish words ending in -ción and -sión the dictionary knows the stem by the accent that folding took.
  `CREATE FUNCTION search_accent(folded text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN regexp_replace(folded, '([cs])ion\\M', '\\1ión', 'g')`,
  // Every word as it stands, for names and for what is being typed, and by its stem.
  `CREATE FUNCTION search_words(en text, es text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN to_tsvector('pg_catalog.simple', en || ' ' || es) || to_tsvector('pg_catalog.english', en) || to_tsvector('pg_catalog.spanish', search_accent(es))`,
  `CREATE FUNCTION search_code(code text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN left(regexp_replace(search_fold(code), '[^[:alnum:]]', '', 'g'), 60)`,
  `CREATE FUNCTION search_joined(content jsonb, names text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN search_fold(coalesce((SELECT string_agg(content ->> name, ' ') FROM unnest(string_to_array(names, ' ')) AS name), ''))`,
  // What a row is by: its id, or what its text key makes.
  `CREATE FUNCTION search_row_id(content jsonb, key text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN CASE key WHEN 'id' THEN (content ->> 'id')::uuid
               ELSE md5((SELECT string_agg(content ->> name, ' ' ORDER BY at) FROM unnest(string_to_array(key, ' ')) WITH ORDINALITY AS k (name, at)))::uuid END`,
  // A row's code and words.
  `CREATE FUNCTION search_made(content jsonb, code_name text, title_en text, title_es text, text_en text, text_es text, OUT code text, OUT document tsvector)
   LANGUAGE plpgsql STABLE AS $$
  DECLARE
    said text := coalesce(content ->> code_name, (SELECT c.code FROM commitments c WHERE c.id = (content ->> 'commitment_id')::uuid));
    head_en text := search_joined(content, title_en);
    head_es text := search_joined(content, title_es);
    body_en text := search_joined(content, text_en);
    body_es text := search_joined(content, text_es);
  BEGIN
    code := search_code(said);
    head_en := coalesce(search_fold(said) || ' ' || code || ' ', '') || head_en;
    document := setweight(search_words(head_en, head_es), 'A') || setweight(search_words(body_en, body_es), 'C');
  END $$`,
  `CREATE FUNCTION search_put(source_table text, content jsonb, key text, code_name text, title_en text, title_es text, text_en text, text_es text)
   RETURNS void LANGUAGE sql AS $$
    INSERT INTO search_texts (source, row_id, code, document)
    SELECT source_table, search_row_id(content, key), made.code, made.document FROM search_made(content, code_name, title_en, title_es, text_en, text_es) made
    ON CONFLICT (source, row_id) DO UPDATE SET code = excluded.code, document = excluded.document $$`,
  `CREATE FUNCTION search_keep() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN
      DELETE FROM search_texts WHERE source = TG_TABLE_NAME AND row_id = search_row_id(to_jsonb(OLD), TG_ARGV[0]);
    ELSE
      PERFORM search_put(TG_TABLE_NAME, to_jsonb(NEW), TG_ARGV[0], TG_ARGV[1], TG_ARGV[2], TG_ARGV[3], TG_ARGV[4], TG_ARGV[5]);
    END IF;
    RETURN NULL;
  END $$`,
  `CREATE FUNCTION search_mark() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN
      DELETE FROM search_texts WHERE source = TG_TABLE_NAME AND row_id = OLD.id;
    ELSE
      INSERT INTO search_texts (source, row_id) VALUES (TG_TABLE_NAME, NEW.id)
          ON CONFLICT (source, row_id) DO UPDATE SET document = NULL WHERE search_texts.document IS NOT NULL;
    END IF;
    RETURN NULL;
  END $$`,
];

/** Acronyms and the names behind them as a search compares them: every search looks whether its words are any of these. */
const NAMED: Readonly<Record<string, readonly [string, string]>> = {
  acronyms: ['term_en', 'term_es'],
  institutions: ['name_en', 'name_es'],
};

const nameIndexes = Object.entries(NAMED).flatMap(([table, [en, es]]) => [
  `CREATE INDEX ${table}_search_code ON ${table} (search_code(acronym))`,
  `CREATE INDEX ${table}_search_en ON ${table} (search_fold(${en}))`,
  `CREATE INDEX ${table}_search_es ON ${table} (search_fold(${es}))`,
]);

/** Made for the one table whose words come later. */
const lateFunctions = (late: Searched): string[] => [
  `CREATE FUNCTION search_of(late ${late.table}, OUT code text, OUT document tsvector) LANGUAGE sql STABLE AS $$
    SELECT made.code, made.document FROM search_made(to_jsonb(late), ${argumentsOf(late, ['key'])}) made $$`,
  // Whoever changes a row's words while they are made waits for its mark, and marks it anew. What was committed before is read:
  // the second statement sees more than the first.
  `CREATE FUNCTION search_settle(most int) RETURNS int LANGUAGE plpgsql AS $$
  DECLARE
    waiting uuid[] := ARRAY(SELECT row_id FROM search_texts WHERE document IS NULL LIMIT most FOR UPDATE SKIP LOCKED);
  BEGIN
    UPDATE search_texts s SET code = made.code, document = made.document FROM ${late.table} late, search_of(late) made
     WHERE s.source = '${late.table}' AND s.row_id = late.id AND late.id = ANY (waiting);
    RETURN cardinality(waiting);
  END $$`,
];

const TABLE = [
  `CREATE TABLE search_texts (
    source text NOT NULL, row_id uuid NOT NULL, code text, document tsvector,
    CONSTRAINT search_texts_pkey PRIMARY KEY (source, row_id))`,
  // Words that wait to be put in order are looked through by every search: few may.
  `CREATE INDEX search_texts_document ON search_texts USING gin (document) WITH (gin_pending_list_limit = 256) WHERE document IS NOT NULL`,
  `CREATE INDEX search_texts_waiting ON search_texts (row_id) WHERE document IS NULL`,
  `CREATE INDEX search_texts_code ON search_texts (code) WHERE code IS NOT NULL`,
];

const ARGUMENTS = ['key', 'code', 'titleEn', 'titleEs', 'textEn', 'textEs'] as const;

/** Of what is searched of a table, as literals of SQL. */
function argumentsOf(searched: Searched, without: readonly string[] = []): string {
  const all = {
    code: '',
    titleEn: '',
    titleEs: '',
    textEn: '',
    textEs: '',
    ...searched,
    key: searched.key ?? 'id',
  };
  return ARGUMENTS.filter((name) => !without.includes(name))
    .map((name) => `'${all[name]}'`)
    .join(', ');
}

/** Only what changes the words makes them anew: most updates of a row change its state alone. */
function triggersOf(searched: Searched): string[] {
  const { table, code, titleEn, titleEs, textEn, textEs } = searched;
  const columns = [code, titleEn, titleEs, textEn, textEs].flatMap((names) => names?.split(' ') ?? []);
  const changed = columns.map((column) => `OLD.${column} IS DISTINCT FROM NEW.${column}`).join(' OR ');
  const act = `EXECUTE FUNCTION ${searched.later ? 'search_mark()' : `search_keep(${argumentsOf(searched)})`}`;
  return [
    `CREATE TRIGGER search_new AFTER INSERT OR DELETE ON ${table} FOR EACH ROW ${act}`,
    `CREATE TRIGGER search_changed AFTER UPDATE OF ${columns.join(', ')} ON ${table} FOR EACH ROW WHEN (${changed}) ${act}`,
  ];
}

/** Words of what can be searched, kept by the tables themselves in the transaction of every change. */
export class CreateSearch1732000002710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLE, ...FUNCTIONS, ...nameIndexes]) await runner.query(statement);
    for (const statement of SEARCHED.filter(({ later }) => later).flatMap(lateFunctions))
      await runner.query(statement);
    for (const searched of SEARCHED) {
      await runner.query(
        `SELECT search_put('${searched.table}', to_jsonb(t), ${argumentsOf(searched)}) FROM ${searched.table} t`,
      );
      for (const trigger of triggersOf(searched)) await runner.query(trigger);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table } of SEARCHED)
      for (const name of ['search_new', 'search_changed'])
        await runner.query(`DROP TRIGGER ${name} ON ${table}`);
    for (const table of Object.keys(NAMED))
      await runner.query(`DROP INDEX ${table}_search_code, ${table}_search_en, ${table}_search_es`);
    for (const name of [
      'settle',
      'of',
      'mark',
      'keep',
      'put',
      'made',
      'row_id',
      'joined',
      'code',
      'words',
      'accent',
      'fold',
    ])
      await runner.query(`DROP FUNCTION search_${name}`);
    await runner.query('DROP TABLE search_texts');
  }
}
