import { type Loose, plainText } from '../regional.reader.js';
import type { Material } from '../report.material.js';
import { teamName } from '../parts/teams.js';
import {
  type AnnexCell,
  type AnnexTable,
  column,
  COMMITMENTS,
  IN_CURRENCY,
  PERCENT,
  SOURCE,
  STATE,
  STATE_CODE,
} from './annex.table.js';

const wordsOf = (from: Loose, key: string): string | null => plainText(from.words(key) ?? '') || null;
const sourcesOf = (from: Loose): string | null => from.texts('sources').join('; ') || null;

/** The regional pledges: one row a pledge. */
export const pledgesAnnex = (material: Material): AnnexTable => {
  const part = material.regional('pledges');
  return {
    key: 'pledges',
    title: { en: 'Pledges', es: 'Promesas' },
    from: {
      en: 'Regional pledges and the commitments linked to them',
      es: 'Promesas regionales y los compromisos vinculados',
    },
    primaryKey: ['key'],
    columns: [
      column('key', 'text', 'Key', 'Clave', 'The same in every language', 'La misma en todos los idiomas'),
      column('pledge', 'text', 'Pledge', 'Promesa', 'Its name', 'Su nombre'),
      column('forum', 'text', 'Forum', 'Foro', 'Where it was made', 'Dónde se hizo'),
      column('team_key', 'text', 'Team, key', 'Equipo, clave', 'Of the technical team', 'Del equipo técnico'),
      column('team', 'text', 'Team', 'Equipo', 'Name', 'Nombre'),
      column(
        'linked_global_pledge',
        'text',
        'Linked global pledge',
        'Promesa mundial vinculada',
        'Its name',
        'Su nombre',
      ),
      column('stage', 'text', 'Stage', 'Etapa', 'Empty: no update', 'Vacía: sin actualización'),
      column(
        'stage_basis',
        'text',
        'Basis of the stage',
        'Base de la etapa',
        'derived from the commitments, stated by a person, or no_update',
        'derived (a partir de los compromisos), stated (indicada por una persona) o no_update (sin actualización)',
      ),
      column(
        'commitments',
        'whole',
        'Commitments',
        'Compromisos',
        'How many are linked to it',
        'Cuántos están vinculados',
        { unit: COMMITMENTS },
      ),
      column(
        'reported',
        'whole',
        'Of them reported',
        'De ellos informados',
        'In this cycle',
        'En este ciclo',
        { unit: COMMITMENTS },
      ),
    ],
    rows: part.list('pledges').map((pledge): AnnexCell[] => {
      const team = pledge.text('teamKey');
      const stage = part.list('stages').find((each) => each.text('key') === pledge.text('stage'));
      return [
        pledge.text('key'),
        wordsOf(pledge, 'name'),
        wordsOf(pledge, 'forumName'),
        team,
        team === null ? null : plainText(teamName(team, material)),
        wordsOf(pledge, 'linkedGlobalPledge'),
        stage ? wordsOf(stage, 'name') : null,
        pledge.text('stageBasis'),
        pledge.list('commitments').length,
        pledge.number('reported'),
      ];
    }),
  };
};

const FUNDS = {
  mirps_fund: { en: 'MIRPS Fund', es: 'Fondo MIRPS' },
  good_practice_projects: { en: 'Good practices', es: 'Buenas prácticas' },
};

/** Projects of the MIRPS Fund and of good practices: one row a project. */
export const projectsAnnex = (material: Material): AnnexTable => ({
  key: 'projects',
  title: { en: 'Projects', es: 'Proyectos' },
  from: { en: 'The documents in the column Source', es: 'Los documentos de la columna Fuente' },
  primaryKey: ['fund', 'key'],
  columns: [
    column('key', 'text', 'Key', 'Clave', 'The same in every language', 'La misma en todos los idiomas'),
    column('fund', 'text', 'Fund', 'Fondo', 'What pays for it', 'Con qué se financia'),
    STATE_CODE,
    STATE,
    column('project', 'text', 'Project', 'Proyecto', 'Its title', 'Su título'),
    column('entity', 'text', 'Carried out by', 'Ejecuta', 'Institution', 'Institución'),
    column('status', 'text', 'Status', 'Situación', 'As reported', 'Según lo informado'),
    column(
      'percent_complete',
      'percent',
      'Complete, %',
      'Avance, %',
      'Empty: no percentage was reported',
      'Vacío: no se informó ningún porcentaje',
      { unit: PERCENT },
    ),
    column('percent_as_of', 'date', 'Percentage as of', 'Avance a fecha de', 'Day', 'Día'),
    column('amount', 'number', 'Amount', 'Importe', 'In its currency', 'En su moneda', { unit: IN_CURRENCY }),
    column('currency', 'text', 'Currency', 'Moneda', 'ISO 4217', 'ISO 4217'),
    column(
      'beneficiaries_expected',
      'whole',
      'People expected to benefit',
      'Personas que se espera beneficiar',
      'Empty: not stated',
      'Vacío: no se indica',
      { unit: { en: 'people', es: 'personas' } },
    ),
    column('expected_end', 'date', 'Expected end', 'Fin previsto', 'Last day of it', 'Su último día'),
    column(
      'expected_end_precision',
      'text',
      'Precision of the end',
      'Precisión del fin',
      'day, month, year or not_stated',
      'day (día), month (mes), year (año) o not_stated (no se indica)',
    ),
    column('note', 'text', 'Note', 'Nota', 'Of the source', 'De la fuente'),
    SOURCE,
  ],
  rows: (['mirps_fund', 'good_practice_projects'] as const).flatMap((fund) =>
    material
      .regional(fund)
      .list('projects')
      .map((project): AnnexCell[] => {
        const [state, entity] = [project.text('stateCode'), project.text('executingEntity')];
        return [
          project.text('key'),
          material.label(FUNDS[fund]),
          state,
          state === null ? null : material.stateName(state),
          wordsOf(project, 'title'),
          entity === null ? null : material.institutionInFull(entity),
          wordsOf(project, 'status'),
          project.number('percentCompleteReported'),
          project.text('percentAsOf'),
          project.at('amount').number('value'),
          project.at('amount').text('currency'),
          project.number('beneficiariesExpected'),
          project.text('expectedEndOn'),
          project.text('expectedEndPrecision'),
          wordsOf(project, 'note'),
          sourcesOf(project),
        ];
      }),
  ),
});
