import { CYCLE_KIND_LABELS } from '#features/cycles';
import type { DataLicence } from '#platform/config';
import type { Bilingual } from '#platform/http';
import type { Edition } from './published-editions.service.js';

const LICENCES: Record<DataLicence, { name: string; url: string }> = {
  'CC-BY-4.0': {
    name: 'Creative Commons Attribution 4.0 International',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  'CC-BY-3.0-IGO': {
    name: 'Creative Commons Attribution 3.0 IGO',
    url: 'https://creativecommons.org/licenses/by/3.0/igo/',
  },
  'CC-BY-NC-SA-3.0-IGO': {
    name: 'Creative Commons Attribution-NonCommercial-ShareAlike 3.0 IGO',
    url: 'https://creativecommons.org/licenses/by-nc-sa/3.0/igo/',
  },
  'ODC-By-1.0': {
    name: 'Open Data Commons Attribution License v1.0',
    url: 'https://opendatacommons.org/licenses/by/1-0/',
  },
  'CC0-1.0': {
    name: 'Creative Commons Zero v1.0 Universal',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
};

/** A licence as people and programs name it. */
export interface Licence {
  key: DataLicence;
  name: string;
  url: string;
}

/** Null where the operator stated none: then nobody may take leave for granted. */
export const licenceOf = (key: DataLicence | undefined): Licence | null =>
  key === undefined ? null : { key, ...LICENCES[key] };

/** How an edition is cited: who, when, what, which frozen text, where. */
export function citationOf(edition: Edition, siteUrl: string): Bilingual {
  const { year, kind, cycleKey, number, sha256 } = edition;
  const published = (edition.publishedAt ?? edition.frozenAt).slice(0, 10);
  const text = (lang: 'en' | 'es', title: string, snapshot: string): string =>
    `MIRPS (${published.slice(0, 4)}). ${title} ${year}, ${CYCLE_KIND_LABELS[kind][lang].toLowerCase()}. ${snapshot} ${number}, ` +
    `${published}, SHA-256 ${sha256.slice(0, 16)}. ${siteUrl}/${lang}/region?cycle=${cycleKey}`;
  return {
    en: text('en', 'Progress of the States’ commitments', 'Snapshot'),
    es: text('es', 'Avances de los compromisos de los Estados', 'Instantánea'),
  };
}
