import { BASES, FIGURE_ROLES, QUALIFIERS, VALUE_STATES } from '#features/progress';
import { defineImport } from '#platform/tables';
import { column, MAY_BE_ABSENT, REQUIRED, same, SEMICOLONS } from './annual-meeting.import.js';
import { AcronymInput } from './acronym.dto.js';
import { ContextFigureInput } from './regional-figures.dto.js';
import { CONTEXT_VALUE_TYPES, TERM_KINDS } from './regional.vocabulary.js';

const words = (list: readonly string[]) => same(list.join(', '));

/** `mirps import context-figures FILE`: figures of the context by year and key; the breakdown of a known one stays. */
export const contextFiguresImport = defineImport({
  kind: 'context-figures',
  about: {
    en: 'figures of the regional context by year and key',
    es: 'cifras del contexto regional por año y clave',
  },
  dto: ContextFigureInput,
  key: ({ year, key }) => `${year} ${key}`,
  columns: {
    year: column('Year', 'Año', same('2024'), REQUIRED),
    key: column('Key', 'Clave', same('darien_crossings'), REQUIRED),
    position: column('Place', 'Orden', { en: 'Place in lists', es: 'Lugar en las listas' }),
    labelEn: column(
      'Label in English',
      'Nombre en inglés',
      { en: 'What it counts', es: 'Qué cuenta' },
      REQUIRED,
    ),
    labelEs: column(
      'Label in Spanish',
      'Nombre en español',
      { en: 'What it counts', es: 'Qué cuenta' },
      REQUIRED,
    ),
    value: column('Value', 'Valor', { en: 'Digits with a point', es: 'Dígitos con punto' }, REQUIRED),
    valueState: column('Value state', 'Estado del valor', words(VALUE_STATES), REQUIRED),
    valueType: column('Value type', 'Tipo de valor', words(CONTEXT_VALUE_TYPES), REQUIRED),
    qualifier: column('Qualifier', 'Calificador', words(QUALIFIERS), REQUIRED),
    basis: column('Basis', 'Base', words(BASES), REQUIRED),
    role: column('Role', 'Función', words(FIGURE_ROLES), REQUIRED),
    unitEn: column('Unit in English', 'Unidad en inglés', same('people')),
    unitEs: column('Unit in Spanish', 'Unidad en español', same('personas')),
    windowStart: column('From', 'Desde', same('2024-01-01')),
    windowEnd: column('To', 'Hasta', same('2024-09-30')),
    windowTextEn: column('Window in English', 'Período en inglés', MAY_BE_ABSENT),
    windowTextEs: column('Window in Spanish', 'Período en español', MAY_BE_ABSENT),
    asOf: column('As of', 'A la fecha', same('2024-09-30')),
    noteEn: column('Note in English', 'Nota en inglés', MAY_BE_ABSENT),
    noteEs: column('Note in Spanish', 'Nota en español', MAY_BE_ABSENT),
    sources: column('Sources', 'Fuentes', SEMICOLONS, { ...REQUIRED, list: true }),
  },
});

/** `mirps import acronyms FILE`: the acronyms of the region and of States. */
export const acronymsImport = defineImport({
  kind: 'acronyms',
  about: { en: 'acronyms by place', es: 'siglas por lugar' },
  dto: AcronymInput,
  key: ({ place, acronym }) => `${place} ${acronym}`,
  columns: {
    place: column(
      'Place',
      'Lugar',
      { en: 'Code of the State, or REG', es: 'Código del Estado, o REG' },
      REQUIRED,
    ),
    acronym: column('Acronym', 'Sigla', same('COMAR'), REQUIRED),
    termEn: column(
      'Meaning in English',
      'Significado en inglés',
      { en: 'In full', es: 'Completo' },
      REQUIRED,
    ),
    termEs: column(
      'Meaning in Spanish',
      'Significado en español',
      { en: 'In full', es: 'Completo' },
      REQUIRED,
    ),
    kind: column('Kind', 'Tipo', words(TERM_KINDS), REQUIRED),
    institution: column('Institution', 'Institución', { en: 'Its key', es: 'Su clave' }),
    source: column('Source', 'Fuente', { en: 'Where it is from', es: 'De dónde viene' }, REQUIRED),
    noteEn: column('Note in English', 'Nota en inglés', MAY_BE_ABSENT),
    noteEs: column('Note in Spanish', 'Nota en español', MAY_BE_ABSENT),
  },
});
