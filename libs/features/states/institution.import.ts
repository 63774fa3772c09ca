import { Text } from '#platform/http';
import { defineImport } from '#platform/tables';
import { InstitutionInput } from './state.dto.js';

/** One row of a file of institutions. */
export class InstitutionRow extends InstitutionInput {
  @Text({ max: 70, example: 'MX:COMAR' })
  key: string;
}

/** `mirps import institutions FILE`: adds institutions and corrects names, by key. */
export const institutionsImport = defineImport({
  kind: 'institutions',
  about: { en: 'institutions by key', es: 'instituciones por clave' },
  dto: InstitutionRow,
  key: ({ key }) => key,
  columns: {
    key: {
      en: 'Key',
      es: 'Clave',
      required: true,
      description: {
        en: 'MX:COMAR, or REG:UNHCR for a regional body',
        es: 'MX:COMAR, o REG:UNHCR si es regional',
      },
    },
    acronym: { en: 'Acronym', es: 'Sigla', description: { en: 'If it has one', es: 'Si la tiene' } },
    nameEn: {
      en: 'Name in English',
      es: 'Nombre en inglés',
      required: true,
      description: { en: 'At most 300 characters', es: 'Hasta 300 caracteres' },
    },
    nameEs: {
      en: 'Name in Spanish',
      es: 'Nombre en español',
      required: true,
      description: { en: 'At most 300 characters', es: 'Hasta 300 caracteres' },
    },
    source: {
      en: 'Source',
      es: 'Fuente',
      description: { en: 'The document that names it', es: 'El documento que la nombra' },
    },
  },
});
