import { cycleName, daysLeftText } from '#features/cycles';
import type { Bilingual, Lang } from '#platform/http';
import type { ReminderCycle, ReminderItem, ReminderKind } from './reminder.vocabulary.js';

/** What a digest is about, for saying why somebody gets it. */
export interface ReminderReason {
  cycle: Pick<ReminderCycle, 'year' | 'kind' | 'dueOn'>;
  kind: ReminderKind;
  items: readonly Pick<ReminderItem, 'stateCode'>[];
  daysLeft: number;
  /** The day for which a late digest was planned; null when it is on time. */
  plannedOn: string | null;
}

/** One or two sentences: what is due, since when it is late, and that a late mail is late. */
export function reasonFor({ cycle, kind, items, daysLeft, plannedOn }: ReminderReason): Bilingual {
  const name = cycleName(cycle);
  const n = items.length;
  const states = [...new Set(items.map((item) => item.stateCode))].join(', ');
  const left = daysLeftText(daysLeft);
  const due = {
    en: `${name.en} ${daysLeft < 0 ? 'was' : 'is'} due on ${dayText(cycle.dueOn, 'en')} (${left.en})`,
    es: `El ${lowerFirst(name.es)} ${daysLeft < 0 ? 'venció' : 'vence'} el ${dayText(cycle.dueOn, 'es')} (${left.es})`,
  };
  const sentence: Record<ReminderKind, Bilingual> = {
    update: {
      en: `${due.en}: ${n === 1 ? '1 of your commitments has' : `${n} of your commitments have`} no submitted update.`,
      es: `${due.es}: ${n === 1 ? '1 de sus compromisos no tiene' : `${n} de sus compromisos no tienen`} actualización enviada.`,
    },
    escalation_coordinator: {
      en: `${due.en}. You coordinate ${states}: ${n === 1 ? '1 commitment has' : `${n} commitments have`} no submitted update.`,
      es: `${due.es}. Usted coordina ${states}: ${n === 1 ? '1 compromiso no tiene' : `${n} compromisos no tienen`} actualización enviada.`,
    },
    escalation_presidency: {
      en: `${due.en}. Your State holds the Presidency: ${n === 1 ? '1 commitment has' : `${n} commitments have`} no submitted update (${states}).`,
      es: `${due.es}. Su Estado ejerce la Presidencia: ${n === 1 ? '1 compromiso no tiene' : `${n} compromisos no tienen`} actualización enviada (${states}).`,
    },
    review_queue: {
      en: `${name.en}: ${n === 1 ? '1 update has' : `${n} updates have`} waited for your review for more than 48 hours (${states}).`,
      es: `${name.es}: ${n === 1 ? '1 actualización espera' : `${n} actualizaciones esperan`} su revisión desde hace más de 48 horas (${states}).`,
    },
  };
  if (plannedOn === null) return sentence[kind];
  return {
    en: `${sentence[kind].en} This reminder was planned for ${dayText(plannedOn, 'en')} and could not be sent then.`,
    es: `${sentence[kind].es} Este recordatorio estaba previsto para el ${dayText(plannedOn, 'es')} y no se pudo enviar entonces.`,
  };
}

const LONG_DAY: Record<Lang, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  es: new Intl.DateTimeFormat('es', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** "1 July 2024" / "1 de julio de 2024". */
export const dayText = (day: string, lang: Lang): string =>
  LONG_DAY[lang].format(new Date(`${day}T00:00:00Z`));

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
