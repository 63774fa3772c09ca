import type { SearchKind } from './search.vocabulary.js';

/** A table that is searched, and what a result shows of a row `t` of it. All but the table's name is SQL. */
export interface SearchSource {
  table: string;
  kind: SearchKind;
  /** What `search_texts` knows the row by; default: its id. */
  rowId?: string;
  /** Joins behind `t`. */
  joins?: string;
  /** Whose rows show at all; rooms with drafts add who asks. */
  shown?: string;
  state?: string;
  year?: string;
  /** What the address of its page holds, where that is not the row's own id. */
  target?: string;
  commitment?: string;
  code?: string;
  /** English, Spanish. Without: the words themselves are all there is to show. */
  title?: [string, string];
  text: [string, string];
}

const NAMES: [string, string] = ['t.name_en', 't.name_es'];
const TITLES: [string, string] = ['t.title_en', 't.title_es'];
const NOTES: [string, string] = ['t.note_en', 't.note_es'];
const TEXTS: [string, string] = ['t.text_en', 't.text_es'];
const NONE: [string, string] = ['NULL', 'NULL'];
const joined = (...columns: string[]): [string, string] => [
  `concat_ws(' · ', ${columns.map((column) => `t.${column}_en`).join(', ')})`,
  `concat_ws(' · ', ${columns.map((column) => `t.${column}_es`).join(', ')})`,
];

/** The title of a commitment as the plan in force gives it. */
const TITLE_IN_FORCE = `
  LEFT JOIN plans p ON p.state_code = c.state_code AND p.status = 'adopted'
  LEFT JOIN commitment_versions v ON v.plan_id = p.id AND v.commitment_id = c.id`;

/** Every table that is searched; `updates`, `facts` and `stories` hold drafts, which `SearchService` keeps apart. */
export const SOURCES: readonly SearchSource[] = [
  {
    table: 'commitment_versions',
    kind: 'commitment',
    joins: `JOIN plans p ON p.id = t.plan_id JOIN commitments c ON c.id = t.commitment_id`,
    shown: `p.status = 'adopted'`,
    state: 'c.state_code',
    target: 'c.id',
    commitment: 'c.id',
    code: 'c.code',
    title: TITLES,
    text: ['t.summary_en', 't.summary_es'],
  },
  {
    table: 'updates',
    kind: 'update',
    joins: `JOIN cycles y ON y.id = t.cycle_id JOIN commitments c ON c.id = t.commitment_id ${TITLE_IN_FORCE}`,
    state: 't.state_code',
    year: 'y.year',
    commitment: 'c.id',
    code: 'c.code',
    title: ['v.title_en', 'v.title_es'],
    text: joined('narrative', 'challenges', 'next_steps', 'support_needed'),
  },
  {
    table: 'facts',
    kind: 'fact',
    joins: `JOIN cycles y ON y.id = t.cycle_id LEFT JOIN updates u ON u.id = t.update_id`,
    state: 't.state_code',
    year: 'y.year',
    target: 't.update_id',
    commitment: 'u.commitment_id',
    code: 't.code',
    text: joined('text', 'note'),
  },
  {
    table: 'pledges',
    kind: 'pledge',
    joins: `JOIN pledge_forums f ON f.key = t.forum_key LEFT JOIN institutions i ON i.id = t.submitter_institution_id`,
    state: 'coalesce(t.submitter_state_code, i.state_code)',
    year: 'f.year',
    code: 't.key',
    title: TITLES,
    text: ['t.description_en', 't.description_es'],
  },
  { table: 'indicators', kind: 'indicator', code: 't.code', title: NAMES, text: NOTES },
  {
    table: 'projects',
    kind: 'project',
    state: 't.state_code',
    code: 't.key',
    title: TITLES,
    text: NOTES,
  },
  {
    table: 'needs',
    kind: 'funding',
    joins: `JOIN commitments c ON c.id = t.commitment_id ${TITLE_IN_FORCE}`,
    state: 'c.state_code',
    year: 't.year',
    commitment: 'c.id',
    code: 'c.code',
    title: ['v.title_en', 'v.title_es'],
    text: NONE,
  },
  {
    table: 'contributions',
    kind: 'funding',
    joins: `LEFT JOIN commitments c ON c.id = t.commitment_id LEFT JOIN projects j ON j.id = t.project_id`,
    state: 'coalesce(t.state_code, c.state_code, j.state_code)',
    year: 't.year',
    commitment: 'c.id',
    code: 't.key',
    title: ['t.contributor_en', 't.contributor_es'],
    text: NONE,
  },
  {
    table: 'stated_gaps',
    kind: 'funding',
    rowId: 'md5(t.key)::uuid',
    state: 't.state_code',
    year: 't.year',
    target: 'NULL',
    code: 't.key',
    text: NOTES,
  },
  {
    table: 'teams',
    kind: 'team',
    rowId: 'md5(t.key)::uuid',
    target: 't.key',
    title: NAMES,
    text: NONE,
  },
  ofTeam('team_activities', undefined, joined('text', 'output')),
  ofTeam('team_products', TITLES, ['t.file_name', 't.file_name']),
  ofTeam('team_sessions', TITLES, ['t.place_en', 't.place_es']),
  {
    table: 'mechanisms',
    kind: 'mechanism',
    state: 't.state_code',
    code: 't.key',
    title: NAMES,
    text: joined('mandate', 'chair', 'secretariat', 'note'),
  },
  ofMechanism('mechanism_agreements', TEXTS),
  ofMechanism('mechanism_sessions', TITLES),
  ofAlliance('dialogues', NAMES, joined('lead', 'status')),
  ofAlliance('alliance_events', NAMES, ['t.detail_en', 't.detail_es']),
  {
    table: 'good_practices',
    kind: 'alliance',
    state: 't.state_code',
    year: 't.year',
    title: TITLES,
    text: TEXTS,
  },
  {
    table: 'stories',
    kind: 'story',
    joins: `LEFT JOIN commitments c ON c.id = t.commitment_id`,
    state: 't.state_code',
    year: 't.year',
    commitment: 'c.id',
    code: 'c.code',
    title: TITLES,
    text: TEXTS,
  },
  {
    table: 'partner_sheets',
    kind: 'partner',
    state: 't.state_code',
    year: 't.year',
    code: 't.key',
    title: TITLES,
    text: NONE,
  },
  {
    table: 'partner_figures',
    kind: 'partner',
    joins: `JOIN partner_sheets s ON s.id = t.sheet_id`,
    state: 's.state_code',
    year: 's.year',
    target: 's.id',
    code: 't.code',
    title: ['t.label_en', 't.label_es'],
    text: ['t.footnote_en', 't.footnote_es'],
  },
  {
    table: 'regional_documents',
    kind: 'regional',
    rowId: 'md5(t.key)::uuid',
    year: 'extract(year FROM t.adopted_on)::int',
    target: 'NULL',
    title: TITLES,
    text: NOTES,
  },
  {
    table: 'regional_plan_items',
    kind: 'regional',
    year: 't.year',
    target: 'NULL',
    text: TEXTS,
  },
  {
    table: 'institutions',
    kind: 'institution',
    state: 't.state_code',
    target: 'NULL',
    code: 't.acronym',
    title: NAMES,
    text: NONE,
  },
  {
    table: 'acronyms',
    kind: 'institution',
    rowId: `md5(t.place || ' ' || t.acronym)::uuid`,
    joins: 'LEFT JOIN states st ON st.code = t.place',
    // Those of institutions are found as these.
    shown: 't.institution_id IS NULL',
    state: 'st.code',
    target: 'NULL',
    code: 't.acronym',
    title: ['t.term_en', 't.term_es'],
    text: NOTES,
  },
];

function ofTeam(table: string, title: [string, string] | undefined, text: [string, string]): SearchSource {
  return { table, kind: 'team', year: 't.year', target: 't.team_key', title, text };
}

function ofMechanism(table: string, text: [string, string]): SearchSource {
  const joins = 'JOIN mechanisms m ON m.id = t.mechanism_id';
  return {
    table,
    kind: 'mechanism',
    joins,
    state: 'm.state_code',
    target: 'm.id',
    title: ['m.name_en', 'm.name_es'],
    text,
  };
}

function ofAlliance(table: string, title: [string, string], text: [string, string]): SearchSource {
  return { table, kind: 'alliance', year: 't.year', target: 'NULL', title, text };
}
