import type { Bilingual } from '#platform/http';
import type { ActivityStatus, TeamDatePrecision } from './team.vocabulary.js';

/** Labels for reports and refusals, beginning with a capital. */
export const ACTIVITY_STATUS_LABELS: Record<ActivityStatus, Bilingual> = {
  planned: { en: 'Planned', es: 'Programada' },
  in_progress: { en: 'In progress', es: 'En curso' },
  done: { en: 'Done', es: 'Realizada' },
  postponed: { en: 'Postponed', es: 'Aplazada' },
  cancelled: { en: 'Cancelled', es: 'Cancelada' },
};

export const PRECISION_LABELS: Record<TeamDatePrecision, Bilingual> = {
  day: { en: 'Day', es: 'Día' },
  month: { en: 'Month', es: 'Mes' },
  year: { en: 'Year', es: 'Año' },
  not_stated: { en: 'Not stated', es: 'No consta' },
};

export const TEAM: Bilingual = { en: 'technical team', es: 'el equipo técnico' };
export const ACTIVITY: Bilingual = { en: 'activity', es: 'la actividad' };
export const SESSION: Bilingual = { en: 'session', es: 'la sesión' };
export const PRODUCT: Bilingual = { en: 'product', es: 'el producto' };
export const TEAM_UPDATE: Bilingual = { en: 'team update', es: 'la actualización del equipo' };
