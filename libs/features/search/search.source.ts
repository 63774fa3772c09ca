import type { SearchKind } from './search.vocabulary.js';

/** A table that is searched, and what a result shows of a row `t` of it. All but the table's name is SQL. */
export interface SearchSource {
  table: string;
  kind: SearchKind;
  /** What `search_texts` knows the row by; default: its id. */
  rowId?: string;
  /** Joins behind `t` that rows are found by. */
  joins?: string;
  /** More of them, for what is shown of the few that are. */
  joinsShown?: string;
  /** Whose rows show at all; rooms with drafts add who asks. */
  shown?: string;
  state?: string;
  year?: string;
  /** Key of its cycle. */
  cycle?: string;
  /** What the address of its page holds, where that is not the row's own id. */
  target?: string;
  commitment?: string;
  code?: string;
  /** English, Spanish. Without: the words themselves are all there is to show. */
  title?: [string, string];
  text: [string, string];
}

export const NAMES: [string, string] = ['t.name_en', 't.name_es'];
export const TITLES: [string, string] = ['t.title_en', 't.title_es'];
export const NOTES: [string, string] = ['t.note_en', 't.note_es'];
export const TEXTS: [string, string] = ['t.text_en', 't.text_es'];
export const NONE: [string, string] = ['NULL', 'NULL'];
export const joined = (...columns: string[]): [string, string] => [
  `concat_ws(' · ', ${columns.map((column) => `t.${column}_en`).join(', ')})`,
  `concat_ws(' · ', ${columns.map((column) => `t.${column}_es`).join(', ')})`,
];

/** The year that a row reports on, by its cycle: asked of a row only where a year is asked for. */
export const YEAR_OF_CYCLE = '(SELECT cy.year FROM cycles cy WHERE cy.id = t.cycle_id)';
export const CYCLE = 'JOIN cycles y ON y.id = t.cycle_id';

/** The title of a commitment as the plan in force gives it. */
export const TITLE_IN_FORCE = `
  LEFT JOIN plans p ON p.state_code = c.state_code AND p.status = 'adopted'
  LEFT JOIN commitment_versions v ON v.plan_id = p.id AND v.commitment_id = c.id`;

/** Who leads a commitment, as it was found by that. */
export const leadOf = (words: string, lang: 'en' | 'es'): string =>
  `(SELECT '${words}' || string_agg(i.name_${lang} || coalesce(' (' || i.acronym || ')', ''), ', ' ORDER BY r.position)
      FROM commitment_institutions r JOIN institutions i ON i.id = r.institution_id WHERE r.commitment_version_id = t.id AND r.role = 'lead')`;

export function ofTeam(
  table: string,
  title: [string, string] | undefined,
  text: [string, string],
): SearchSource {
  return { table, kind: 'team', year: 't.year', target: 't.team_key', title, text };
}

export function ofMechanism(table: string, text: [string, string]): SearchSource {
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

export function ofAlliance(table: string, title: [string, string], text: [string, string]): SearchSource {
  return { table, kind: 'alliance', year: 't.year', target: 'NULL', title, text };
}
