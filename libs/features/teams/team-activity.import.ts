import { defineImport } from '#platform/tables';
import { ACTIVITY_STATUS_LABELS, PRECISION_LABELS } from './team.labels.js';
import { dateProblems } from './team.rules.js';
import { CreateTeamActivity } from './team-work.dto.js';

/** `mirps import team-activities FILE`: adds activities to workplans, and corrects those of the same English words. */
export const teamActivitiesImport = defineImport({
  kind: 'team-activities',
  about: { en: 'activities of teams’ workplans', es: 'actividades de los planes de trabajo de los equipos' },
  dto: CreateTeamActivity,
  key: ({ teamKey, year, textEn }) => `${teamKey} ${year} ${textEn}`,
  refuses: ({ startsOn, datePrecision, endsOn }) =>
    dateProblems({ startsOn: startsOn ?? null, datePrecision, endsOn: endsOn ?? null }),
  columns: {
    teamKey: {
      en: 'Team',
      es: 'Equipo',
      required: true,
      description: { en: 'Key of the team, as RTT-RA', es: 'Clave del equipo, como RTT-RA' },
    },
    year: {
      en: 'Year',
      es: 'Año',
      required: true,
      description: { en: 'Year of the workplan', es: 'Año del plan de trabajo' },
    },
    position: {
      en: 'Place',
      es: 'Lugar',
      description: { en: 'In the workplan; the last when empty', es: 'En el plan; el último si está vacío' },
    },
    startsOn: {
      en: 'Date',
      es: 'Fecha',
      description: {
        en: '2024-10-15; the first day of a month or year; empty when not stated',
        es: '2024-10-15; el primer día de un mes o año; vacía si no consta',
      },
    },
    datePrecision: {
      en: 'Precision',
      es: 'Precisión',
      required: true,
      words: PRECISION_LABELS,
      description: { en: 'day, month, year or not_stated', es: 'día, mes, año o no consta' },
    },
    endsOn: {
      en: 'Until',
      es: 'Hasta',
      description: { en: 'Last day, included', es: 'Último día, incluido' },
    },
    textEn: {
      en: 'Activity in English',
      es: 'Actividad en inglés',
      required: true,
      description: { en: 'At most 2000 characters', es: 'Hasta 2000 caracteres' },
    },
    textEs: {
      en: 'Activity in Spanish',
      es: 'Actividad en español',
      required: true,
      description: { en: 'At most 2000 characters', es: 'Hasta 2000 caracteres' },
    },
    outputEn: {
      en: 'Output in English',
      es: 'Resultado en inglés',
      description: { en: 'What it gave or shall give', es: 'Lo que dio o dará' },
    },
    outputEs: {
      en: 'Output in Spanish',
      es: 'Resultado en español',
      description: { en: 'What it gave or shall give', es: 'Lo que dio o dará' },
    },
    supportedBy: {
      en: 'Supported by',
      es: 'Con apoyo de',
      list: true,
      description: {
        en: 'Keys of institutions with semicolons between them',
        es: 'Claves de instituciones separadas por punto y coma',
      },
    },
    commitments: {
      en: 'Commitments',
      es: 'Compromisos',
      list: true,
      description: {
        en: 'Codes of commitments with semicolons between them',
        es: 'Códigos de compromisos separados por punto y coma',
      },
    },
    pledges: {
      en: 'Pledges',
      es: 'Promesas',
      list: true,
      description: {
        en: 'Keys of pledges with semicolons between them',
        es: 'Claves de promesas separadas por punto y coma',
      },
    },
    status: {
      en: 'Status',
      es: 'Estado',
      words: ACTIVITY_STATUS_LABELS,
      description: { en: 'planned when empty', es: 'programada si está vacío' },
    },
    sources: {
      en: 'Sources',
      es: 'Fuentes',
      list: true,
      description: { en: 'Documents or addresses that say so', es: 'Documentos o enlaces que lo dicen' },
    },
  },
});
