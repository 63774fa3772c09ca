import type { Bilingual } from '#platform/http';
import { OUTLOOK_LABELS, OUTLOOKS, STAGE_LABELS, STAGES } from '#features/progress';
import { plainText } from '../regional.reader.js';
import type { Material } from '../report.material.js';
import { standingLabel } from '../parts/status.js';
import {
  AREA,
  AREA_KEY,
  type AnnexTable,
  column,
  numberOf,
  PERCENT,
  STATE,
  STATE_CODE,
  UPDATE_ID,
} from './annex.table.js';

const UPDATES: Bilingual = {
  en: 'Approved updates of this cycle',
  es: 'Actualizaciones aprobadas de este ciclo',
};

/** Every commitment of the plans in force, reported or not. */
export function commitmentsAnnex(material: Material): AnnexTable {
  const { index } = material;
  return {
    key: 'commitments',
    title: { en: 'Commitments', es: 'Compromisos' },
    from: { en: 'National Action Plans in force', es: 'Planes de Acción Nacionales vigentes' },
    primaryKey: ['code'],
    columns: [
      column(
        'code',
        'text',
        'Code',
        'Código',
        'Stays through revisions of the plan',
        'Se mantiene en las revisiones del plan',
      ),
      STATE_CODE,
      STATE,
      AREA_KEY,
      AREA,
      column('title', 'text', 'Commitment', 'Compromiso', 'Its title', 'Su título'),
      column(
        'lead',
        'text',
        'Lead institutions',
        'Instituciones responsables',
        'Separated by "; "',
        'Separadas por «; »',
      ),
      column(
        'partners',
        'text',
        'Partner institutions',
        'Instituciones asociadas',
        'Separated by "; "',
        'Separadas por «; »',
      ),
      column(
        'standing_key',
        'text',
        'In this cycle, key',
        'En este ciclo, clave',
        'reported, explained, carried_forward or not_reported',
        'reported (informado), explained (explicado), carried_forward (solo valor anterior) o not_reported (no informado)',
        { from: UPDATES, values: ['reported', 'explained', 'carried_forward', 'not_reported'] },
      ),
      column(
        'standing',
        'text',
        'In this cycle',
        'En este ciclo',
        'Whether and how it was reported',
        'Si se informó y cómo',
        { from: UPDATES },
      ),
      column('stage_key', 'text', 'Stage, key', 'Etapa, clave', STAGES.join(', '), STAGES.join(', '), {
        from: UPDATES,
        values: STAGES,
      }),
      column('stage', 'text', 'Stage', 'Etapa', 'Empty: not reported', 'Vacío: no informado', {
        from: UPDATES,
      }),
      column(
        'outlook_key',
        'text',
        'Outlook, key',
        'Perspectiva, clave',
        OUTLOOKS.join(', '),
        OUTLOOKS.join(', '),
        { from: UPDATES, values: OUTLOOKS },
      ),
      column('outlook', 'text', 'Outlook', 'Perspectiva', 'Empty: not reported', 'Vacío: no informado', {
        from: UPDATES,
      }),
      column(
        'percent',
        'percent',
        'Progress, %',
        'Avance, %',
        '0 to 100; empty: no percentage was reported',
        'De 0 a 100; vacío: no se informó porcentaje',
        { unit: PERCENT, from: UPDATES },
      ),
      column(
        'illustrative',
        'text',
        'Illustrative values',
        'Valores ilustrativos',
        'Fields of the update that the sources do not state',
        'Campos de la actualización que las fuentes no afirman',
        { from: UPDATES },
      ),
      column(
        'explanation',
        'text',
        'Explanation',
        'Explicación',
        'Why there is no update',
        'Por qué no hay actualización',
        { from: UPDATES },
      ),
      UPDATE_ID,
      column('approved_on', 'date', 'Approved on', 'Aprobada el', 'Day in UTC', 'Día en UTC', {
        from: UPDATES,
      }),
    ],
    rows: index.commitments.map((commitment) => {
      const update = index.update(commitment.id);
      const explanation = index.explanation(commitment.id);
      const standing = index.standing(commitment.id);
      const named = (role: 'lead' | 'partner'): string =>
        commitment.institutions
          .filter((each) => each.role === role)
          .map(({ nameEn, nameEs }) => (material.lang === 'en' ? nameEn : nameEs))
          .join('; ');
      return [
        commitment.code,
        commitment.stateCode,
        material.stateName(commitment.stateCode),
        index.areaOf(commitment),
        material.areaName(index.areaOf(commitment)),
        plainText(material.said(commitment.titleEn, commitment.titleEs) ?? ''),
        named('lead') || null,
        named('partner') || null,
        standing,
        standingLabel(standing, material),
        update?.stage ?? null,
        update ? material.label(STAGE_LABELS[update.stage]) : null,
        update?.outlook ?? null,
        update ? material.label(OUTLOOK_LABELS[update.outlook]) : null,
        numberOf(update?.percent),
        update?.illustrative.join('; ') || null,
        explanation ? plainText(material.said(explanation.textEn, explanation.textEs) ?? '') || null : null,
        update?.id ?? null,
        update?.approvedAt.slice(0, 10) ?? null,
      ];
    }),
  };
}
