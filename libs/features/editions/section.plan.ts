import type { Bilingual } from '#platform/http';
import type { Desk } from './edition.vocabulary.js';

/** A section whose prose people write; its key is the id of the report's part that it opens. */
export interface PlannedSection {
  key: string;
  title: Bilingual;
  /** Who answers for it until the Secretariat says otherwise. */
  desk: Desk;
  /** Whose chapter it is. */
  stateCode: string | null;
}

const of = (key: string, en: string, es: string, desk: Desk = 'secretariat'): PlannedSection => ({
  key,
  title: { en, es },
  desk,
  stateCode: null,
});

const FOREWORD = of('foreword', 'Foreword by the Presidency', 'Prólogo de la Presidencia', 'presidency');
const CREDITS = of('credits', 'Credits', 'Créditos');

const BEFORE_CHAPTERS = [
  FOREWORD,
  of('context', 'Regional context', 'Contexto regional'),
  of(
    'action-plan',
    'Regional action plan and its lessons',
    'Plan de acción regional y sus lecciones',
    'presidency',
  ),
  of('teams', 'Regional Technical Teams', 'Equipos Técnicos Regionales'),
  of(
    'oas',
    'Positioning at the Organization of American States',
    'Posicionamiento en la Organización de los Estados Americanos',
  ),
  of('projects', 'MIRPS Fund and good-practice projects', 'Fondo MIRPS y proyectos de buenas prácticas'),
  of('alliances', 'Alliances', 'Alianzas'),
  of('results', 'Regional results', 'Resultados regionales'),
];

const AFTER_CHAPTERS = [
  of('support-platform', 'Support Platform', 'Plataforma de Apoyo'),
  of('quantification', 'Quantification of needs', 'Cuantificación de necesidades'),
  CREDITS,
];

const MID_YEAR = [
  FOREWORD,
  of('changed', 'What changed', 'Qué cambió'),
  of('at-risk', 'What is at risk', 'Qué está en riesgo'),
  of('results', 'The region at a glance', 'La región de un vistazo'),
];

/** A State as chapters name it. */
export interface ChapterState {
  id: string;
  nameEn: string;
  nameEs: string;
}

/** The sections of a report in its order: an annual one has a chapter a State, in the order of the States. */
export function sectionsOf(kind: 'annual' | 'mid_year', states: readonly ChapterState[]): PlannedSection[] {
  if (kind === 'mid_year') return MID_YEAR;
  const chapters = states.map(({ id, nameEn, nameEs }): PlannedSection => ({
    key: `chapter-${id}`,
    title: { en: `${nameEn}: national context`, es: `${nameEs}: contexto nacional` },
    desk: 'state',
    stateCode: id,
  }));
  return [...BEFORE_CHAPTERS, ...chapters, ...AFTER_CHAPTERS];
}
