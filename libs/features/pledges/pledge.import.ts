import type { Bilingual } from '#platform/http';
import { column, defineImport } from '#platform/tables';
import { PledgeInput } from './pledge.input.js';
import { PLEDGE_FORM_LABELS, PLEDGE_TYPE_LABELS } from './pledge.labels.js';

const ANY: Bilingual = { en: 'May be left out', es: 'Puede omitirse' };
const BY_KEY: Bilingual = { en: 'Its key', es: 'Su clave' };
const SEMICOLONS: Bilingual = { en: 'Several with semicolons', es: 'Varios con punto y coma' };

/** `mirps import pledges FILE`: enters pledges, or replaces those whose key is known, with their areas and commitments. */
export const pledgesImport = defineImport({
  kind: 'pledges',
  about: { en: 'pledges by key', es: 'promesas por clave' },
  dto: PledgeInput,
  key: ({ key }) => key,
  columns: {
    key: column(
      'Key',
      'Clave',
      { en: 'GRF2023-P1', es: 'GRF2023-P1' },
      { required: true, also: ['pledge_id'] },
    ),
    forum: column(
      'Forum',
      'Foro',
      { en: 'Key of the forum: grf-2023', es: 'Clave del foro: grf-2023' },
      { required: true },
    ),
    form: column(
      'Form',
      'Modalidad',
      {
        en: 'single, joint or multi_stakeholder',
        es: 'individual, conjunta o de múltiples partes interesadas',
      },
      { required: true, words: PLEDGE_FORM_LABELS },
    ),
    types: column('Types', 'Tipos', SEMICOLONS, { list: true, words: PLEDGE_TYPE_LABELS }),
    titleEn: column(
      'Title in English',
      'Título en inglés',
      { en: 'At most 300 characters', es: 'Hasta 300 caracteres' },
      { required: true },
    ),
    titleEs: column(
      'Title in Spanish',
      'Título en español',
      { en: 'At most 300 characters', es: 'Hasta 300 caracteres' },
      { required: true },
    ),
    descriptionEn: column('Description in English', 'Descripción en inglés', ANY),
    descriptionEs: column('Description in Spanish', 'Descripción en español', ANY),
    submitterState: column('Submitting State', 'Estado que la presenta', {
      en: 'Its code, such as MX',
      es: 'Su código, como MX',
    }),
    submitterInstitution: column('Submitting institution', 'Institución que la presenta', BY_KEY),
    team: column('Team', 'Equipo', {
      en: 'Key of the team that carries it',
      es: 'Clave del equipo que la lleva',
    }),
    linkedGlobalPledgeEn: column(
      'Linked global pledge in English',
      'Promesa mundial vinculada en inglés',
      ANY,
    ),
    linkedGlobalPledgeEs: column(
      'Linked global pledge in Spanish',
      'Promesa mundial vinculada en español',
      ANY,
    ),
    areas: column('Areas of focus', 'Áreas de enfoque', SEMICOLONS, { list: true }),
    commitments: column('Commitments', 'Compromisos', SEMICOLONS, { list: true }),
    sources: column('Sources', 'Fuentes', SEMICOLONS, { list: true }),
  },
});
