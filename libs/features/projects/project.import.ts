import { DAY_PRECISIONS } from './project.vocabulary.js';
import type { Bilingual } from '#platform/http';
import { column, defineImport } from '#platform/tables';
import { ProjectInput } from './project.input.js';
import { countProblems, dayProblems, moneyProblems } from './project.rules.js';

const ANY: Bilingual = { en: 'May be left out', es: 'Puede omitirse' };
const BY_KEY: Bilingual = { en: 'Key of an institution', es: 'Clave de una institución' };
const SEMICOLONS: Bilingual = { en: 'Several with semicolons', es: 'Varios con punto y coma' };
const PRECISION: Bilingual = { en: DAY_PRECISIONS.join(', '), es: DAY_PRECISIONS.join(', ') };

/** `mirps import projects FILE`: enters projects, or replaces those whose key is known. What was reported of them stays. */
export const projectsImport = defineImport({
  kind: 'projects',
  about: { en: 'projects by key', es: 'proyectos por clave' },
  dto: ProjectInput,
  key: ({ key }) => key,
  refuses: (row) => [
    ...moneyProblems(row),
    ...dayProblems('expectedEndOn', { on: row.expectedEndOn, precision: row.expectedEndPrecision }),
    ...countProblems('beneficiariesExpected', row.beneficiariesExpected, row.beneficiariesQualifier),
  ],
  columns: {
    key: column('Key', 'Clave', { en: 'FUND-CR', es: 'FUND-CR' }, { required: true }),
    programme: column(
      'Programme',
      'Programa',
      { en: 'Key of the programme', es: 'Clave del programa' },
      { required: true },
    ),
    state: column('State', 'Estado', {
      en: 'Its code, such as CR; left out: the whole region',
      es: 'Su código, como CR; si se omite: toda la región',
    }),
    executingEntity: column('Executing entity', 'Entidad ejecutora', BY_KEY),
    donor: column('Donor', 'Donante', BY_KEY),
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
    amount: column('Amount', 'Monto', {
      en: 'Digits with a point: 250000.50',
      es: 'Dígitos con punto: 250000.50',
    }),
    currency: column('Currency', 'Moneda', { en: 'USD', es: 'USD' }),
    expectedEndOn: column('Expected end', 'Fin previsto', {
      en: 'Last day named: 2025-03-31',
      es: 'Último día indicado: 2025-03-31',
    }),
    expectedEndPrecision: column('Precision of the end', 'Precisión del fin', PRECISION),
    beneficiariesExpected: column('Beneficiaries expected', 'Personas beneficiarias previstas', ANY),
    beneficiariesQualifier: column('Qualifier', 'Calificador', {
      en: 'exact, about, more_than…',
      es: 'exact, about, more_than…',
    }),
    noteEn: column('Note in English', 'Nota en inglés', ANY),
    noteEs: column('Note in Spanish', 'Nota en español', ANY),
    commitments: column('Commitments', 'Compromisos', SEMICOLONS, { list: true }),
    sources: column('Sources', 'Fuentes', SEMICOLONS, { list: true }),
  },
});
