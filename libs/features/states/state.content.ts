import type { DatePrecision, TermList } from './state.vocabulary.js';

/** A State as the reference material gives it. */
export interface StateContent {
  /** ISO 3166-1 alpha-2 */
  code: string;
  alpha3: string;
  nameEn: string;
  nameEs: string;
  /** IANA name */
  timeZone: string;
  /** ISO 639-1 codes, the most used first */
  languages: string[];
  mechanismEn?: string | null;
  mechanismEs?: string | null;
  position: number;
}

/** An area; `stateCode` for a State's own, `mapsTo` the shared one that it counts under. */
export interface AreaContent {
  key: string;
  nameEn: string;
  nameEs: string;
  stateCode?: string | null;
  mapsTo?: string | null;
  position: number;
}

/** A Presidency; days like `2024-01-24`, the last one not included. Identified by the year that people name it by. */
export interface PresidencyContent {
  stateCode: string;
  year: number;
  startsOn: string;
  startsPrecision: DatePrecision;
  endsOn?: string | null;
  endsPrecision?: DatePrecision | null;
  noteEn?: string | null;
  noteEs?: string | null;
  sources?: string[];
}

/** An institution, identified by its key. */
export interface InstitutionContent {
  /** `MX:COMAR`, `REG:UNHCR` */
  key: string;
  stateCode?: string | null;
  acronym?: string | null;
  nameEn: string;
  nameEs: string;
  source?: string | null;
}

/** A word of an open list, identified by list and key. */
export interface TermContent {
  list: TermList;
  /** `asylum_seekers` */
  key: string;
  nameEn: string;
  nameEs: string;
  position: number;
}

/** All reference data in one piece. */
export interface ReferenceContent {
  states: StateContent[];
  areas: AreaContent[];
  presidencies: PresidencyContent[];
  institutions: InstitutionContent[];
  terms: TermContent[];
}
