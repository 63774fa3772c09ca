import type { Database } from '#platform/database';
import { slug } from './unhcr-names.js';

/** Where a series is: a State of the framework, or another country by a key of its own. */
export interface Place {
  place: string;
  placeEn: string;
  placeEs: string;
  stateCode: string | null;
}

/** The place that a report names: one of the States in either language, or another country as the report writes it. */
export async function placeNamed(database: Database, country: string): Promise<Place> {
  const states = await database.query<{ code: string; nameEn: string; nameEs: string }>(
    'SELECT code, name_en AS "nameEn", name_es AS "nameEs" FROM states',
    [],
    'places_of_states',
  );
  const key = slug(country);
  const state = states.find(({ code, nameEn, nameEs }) =>
    [code, nameEn, nameEs].some((name) => slug(name) === key),
  );
  return state
    ? { place: state.code, placeEn: state.nameEn, placeEs: state.nameEs, stateCode: state.code }
    : { place: key, placeEn: country, placeEs: country, stateCode: null };
}
