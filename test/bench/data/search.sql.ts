/** Places that the generated updates name, one each: every one stands in a fortieth of them. */
export const PLACES = [
  ...[
    'Tapachula',
    'Tenosique',
    'Palenque',
    'Comitán',
    'Acayucan',
    'Saltillo',
    'Tijuana',
    'Reynosa',
    'Esquipulas',
    'Tecún',
    'Huehuetenango',
  ],
  ...[
    'Quetzaltenango',
    'Cobán',
    'Jutiapa',
    'Zacapa',
    'Choluteca',
    'Danlí',
    'Ocotepeque',
    'Tegucigalpa',
    'Comayagua',
    'Yoro',
    'Ahuachapán',
  ],
  ...[
    'Usulután',
    'Sonsonate',
    'Chalatenango',
    'Morazán',
    'Upala',
    'Liberia',
    'Limón',
    'Pavas',
    'Turrialba',
    'Darién',
    'Metetí',
    'Colón',
  ],
  ...['Chiriquí', 'Veraguas', 'Belmopán', 'Corozal', 'Dangriga', 'Orange'],
] as const;

/** What stands in many of them, and in titles of commitments. */
export const COMMON_WORDS = ['presupuesto', 'brigadas', 'interpretes', 'albergues'] as const;

/** As the triggers mark what is written; they sleep while the data are made. */
export const MARK_UPDATES = `INSERT INTO search_texts (source, row_id) SELECT 'updates', id FROM updates ON CONFLICT DO NOTHING`;

/** The floor's own flat copy of what the Secretariat finds, of the kinds that hold the most, with words and texts in one row. */
export const FLOOR_SEARCH: readonly string[] = [
  `CREATE TABLE floor_search AS
   SELECT u.id, 'update' AS kind, u.code, u.state_code, u.year, u.cycle_key, u.commitment_id, u.title_en, u.title_es,
          concat_ws(' · ', u.narrative_en, u.challenges_en, u.next_steps_en, u.support_needed_en) AS text_en,
          concat_ws(' · ', u.narrative_es, u.challenges_es, u.next_steps_es, u.support_needed_es) AS text_es, s.document
     FROM floor_updates u JOIN search_texts s ON s.source = 'updates' AND s.row_id = u.id
    WHERE u.review_state <> 'draft'
   UNION ALL
   SELECT v.id, 'commitment', c.code, c.state_code, NULL, NULL, c.commitment_id, v.title_en, v.title_es, v.summary_en, v.summary_es, s.document
     FROM floor_commitments c JOIN commitment_versions v ON v.plan_id = c.plan_id AND v.commitment_id = c.commitment_id
     JOIN search_texts s ON s.source = 'commitment_versions' AND s.row_id = v.id
    WHERE c.adopted`,
  'CREATE UNIQUE INDEX ON floor_search (id)',
  'CREATE INDEX floor_search_document ON floor_search USING gin (document)',
  'VACUUM (ANALYZE) floor_search',
  'VACUUM (ANALYZE) search_texts',
];
