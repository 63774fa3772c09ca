import { OUTLOOK_LABELS } from '#features/progress';
import type { SnapshotCommitment } from '#features/rollups';
import type { Block, Inline, Line } from '../report.document.js';
import { acronymIn, type Material, paragraph } from '../report.material.js';
import type { RiskReason } from './mid-year.rules.js';
import { outlookLine } from './status.js';

/** What the summary and the States of a mid-year report both say. */
export const MID_YEAR_WORDS = {
  state: { en: 'State', es: 'Estado' },
  commitment: { en: 'Commitment', es: 'Compromiso' },
  atRisk: { en: 'At risk', es: 'En riesgo' },
  without: { en: 'Without an update', es: 'Sin actualización' },
  due: { en: 'Due until the end of the year', es: 'Vencen hasta fin de año' },
  noLead: { en: 'no lead institution named', es: 'sin institución responsable indicada' },
  noEarlier: {
    en: 'There is no earlier annual cycle with approved updates to compare with.',
    es: 'No hay un ciclo anual anterior con actualizaciones aprobadas con el que comparar.',
  },
  notHeld: {
    en: 'This snapshot was taken before stages of earlier cycles and days of plans were frozen: it does not tell what moved and what is due.',
    es: 'Esta instantánea se tomó antes de que se fijaran las etapas de ciclos anteriores y las fechas de los planes: no indica qué cambió de etapa ni qué vence.',
  },
  noMoves: {
    en: 'No commitment moved to another stage since the last annual cycle.',
    es: 'Ningún compromiso cambió de etapa desde el último ciclo anual.',
  },
  noRisk: { en: 'No commitment is at risk.', es: 'Ningún compromiso está en riesgo.' },
  allReported: {
    en: 'Every commitment has an approved update.',
    es: 'Todos los compromisos tienen una actualización aprobada.',
  },
  noDue: {
    en: (from: string, to: string) =>
      `The plans in force set no milestone and no target date after ${from} and until ${to} that is not reached yet.`,
    es: (from: string, to: string) =>
      `Los planes vigentes no fijan ningún hito ni fecha prevista posterior al ${from} y hasta el ${to} que no se haya alcanzado ya.`,
  },
  target: { en: (day: string) => `target date ${day}`, es: (day: string) => `fecha prevista: ${day}` },
  targetPassed: {
    en: (day: string) => `target date ${day} passed`,
    es: (day: string) => `fecha prevista vencida: ${day}`,
  },
  milestonePassed: {
    en: (day: string) => `milestone due on ${day}: `,
    es: (day: string) => `hito que vencía el ${day}: `,
  },
  finding: {
    en: 'a finding on what was reported has no answer',
    es: 'un hallazgo sobre lo informado no tiene respuesta',
  },
};

/** A sentence that drafts have where there is nothing to tell; editions for readers leave it out. */
export const nothing = (sentence: string, material: Material, tone?: 'small'): Block[] =>
  material.edition === null ? paragraph(sentence, tone) : [];

/** All reasons for which a commitment is at risk, one after the other. */
export function riskLine(
  commitment: SnapshotCommitment,
  reasons: readonly RiskReason[],
  material: Material,
): Line {
  return reasons.flatMap((reason, i): Inline[] => [
    ...(i === 0 ? [] : ['; ']),
    ...reasonLine(commitment, reason, material),
  ]);
}

function reasonLine(commitment: SnapshotCommitment, reason: RiskReason, material: Material): Line {
  const { formats, index } = material;
  const words = material.words(MID_YEAR_WORDS);
  switch (reason.kind) {
    case 'outlook': {
      const update = index.update(commitment.id);
      return update ? outlookLine(update, material) : [material.label(OUTLOOK_LABELS[reason.outlook])];
    }
    case 'target':
      return [words.targetPassed(formats.day(reason.dueOn))];
    case 'milestone': {
      const { titleEn, titleEs } = reason.milestone;
      return [words.milestonePassed(formats.day(reason.dueOn)), material.said(titleEn, titleEs) ?? ''];
    }
    case 'finding':
      return [words.finding];
  }
}

/** Institutions as readers know them, or that none is named. */
export function institutionNames(
  institutions: SnapshotCommitment['institutions'],
  { lang }: Material,
): string {
  const names = institutions.map(
    ({ acronym, nameEn, nameEs }) => acronymIn(acronym, lang) ?? (lang === 'en' ? nameEn : nameEs),
  );
  return names.length === 0 ? MID_YEAR_WORDS.noLead[lang] : names.join(', ');
}
