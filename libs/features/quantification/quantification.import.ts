import type { Bilingual } from '#platform/http';
import { defineImport } from '#platform/tables';
import { NeedInput } from './quantification.dto.js';

const MONEY: Bilingual = { en: 'Digits with a point: 250000.50', es: 'Dígitos con punto: 250000.50' };

/** `mirps import quantification FILE`: needs by commitment and year. */
export const quantificationImport = defineImport({
  kind: 'quantification',
  about: { en: 'needs by commitment and year', es: 'necesidades por compromiso y año' },
  dto: NeedInput,
  key: ({ commitment, year }) => `${commitment} ${year}`,
  columns: {
    commitment: {
      en: 'Commitment',
      es: 'Compromiso',
      required: true,
      description: { en: 'MX-17', es: 'MX-17' },
    },
    year: { en: 'Year', es: 'Año', required: true, description: { en: '2024', es: '2024' } },
    currency: { en: 'Currency', es: 'Moneda', required: true, description: { en: 'USD', es: 'USD' } },
    ownResources: { en: 'Own resources', es: 'Recursos propios', description: MONEY },
    cooperationSought: { en: 'Cooperation sought', es: 'Cooperación solicitada', description: MONEY },
    sources: {
      en: 'Sources',
      es: 'Fuentes',
      required: true,
      list: true,
      description: { en: 'Several with semicolons', es: 'Varias con punto y coma' },
    },
  },
});
