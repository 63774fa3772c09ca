import { Inject, Injectable } from '@nestjs/common';
import { isDay } from '#platform/calendar';
import { Database } from '#platform/database';
import {
  type Actor,
  DomainError,
  type FieldProblem,
  invalid,
  invalidFields,
  Text,
  TextList,
} from '#platform/http';
import {
  column,
  defineImport,
  type ImportFile,
  type ImportMode,
  type ImportResult,
  importRows,
} from '#platform/tables';
import { CommitmentInput } from './commitment.input.js';
import { CommitmentsService } from './commitments.service.js';
import type { CommitmentInstitutionContent, MilestoneContent } from './plan.content.js';
import { StatesService } from '#features/states';
import { PlansQueries } from './plans.queries.js';
import { PlansService } from './plans.service.js';
import { PRIORITIES } from './plan.vocabulary.js';

/** One commitment of a State in one row; institutions by key, milestones as `English | español | 2025-12-31`. */
class CommitmentRow extends CommitmentInput {
  @Text({ min: 2, max: 2 })
  state: string;

  @TextList({ optional: true, max: 64, most: 30 })
  leads?: string[];

  @TextList({ optional: true, max: 64, most: 30 })
  partners?: string[];

  @TextList({ optional: true, max: 700, most: 60 })
  steps?: string[];
}

const REQUIRED = { required: true };
const LIST = { list: true };
const ANY = { en: 'May be left out', es: 'Puede omitirse' };
const TITLE = { en: 'At most 300 characters', es: 'Hasta 300 caracteres' };
const DAY = { en: '2025-12-31', es: '2025-12-31' };
const KEYS = { en: 'Keys of institutions, with semicolons', es: 'Claves de instituciones, con punto y coma' };

/** `mirps import commitments FILE`: commitments into the draft of their State's plan; without one, a draft is begun. */
export const commitmentsImport = defineImport({
  kind: 'commitments',
  about: {
    en: 'commitments, into the draft of their State’s plan',
    es: 'compromisos, al borrador del plan de su Estado',
  },
  dto: CommitmentRow,
  key: ({ state, code, titleEn }) => `${state} ${code ?? titleEn}`,
  refuses: ({ steps }) => (steps ?? []).flatMap(problemsOfStep),
  columns: {
    state: column('State', 'Estado', { en: 'Its code, such as MX', es: 'Su código, como MX' }, REQUIRED),
    code: column('Code', 'Código', {
      en: 'Of the commitment that it continues: MX-05; left out: a new one',
      es: 'Del compromiso que continúa: MX-05; si se omite: uno nuevo',
    }),
    areaKey: column('Area', 'Área', { en: 'Its key: protection', es: 'Su clave: protection' }, REQUIRED),
    titleEn: column('Title in English', 'Título en inglés', TITLE, REQUIRED),
    titleEs: column('Title in Spanish', 'Título en español', TITLE, REQUIRED),
    summaryEn: column('Summary in English', 'Resumen en inglés', ANY),
    summaryEs: column('Summary in Spanish', 'Resumen en español', ANY),
    actionMode: column('Action', 'Acción', { en: 'The plan’s own verb', es: 'El verbo del plan' }),
    targetGroups: column(
      'Target groups',
      'Grupos destinatarios',
      { en: 'refugees; asylum_seekers', es: 'refugees; asylum_seekers' },
      LIST,
    ),
    startsOn: column('Starts', 'Inicio', DAY),
    dueOn: column('Due', 'Plazo', DAY),
    continuous: column('Continuous', 'Continuo', { en: 'true or false', es: 'true o false' }),
    priority: column(
      'Priority',
      'Prioridad',
      { en: PRIORITIES.join(', '), es: 'baja, normal, alta' },
      {
        words: {
          low: { en: 'low', es: 'baja' },
          normal: { en: 'normal', es: 'normal' },
          high: { en: 'high', es: 'alta' },
        },
      },
    ),
    weight: column('Weight', 'Ponderación', {
      en: 'In all commitments or in none',
      es: 'En todos los compromisos o en ninguno',
    }),
    leads: column('Led by', 'Responsables', KEYS, LIST),
    partners: column('Partners', 'Socios', KEYS, LIST),
    steps: column(
      'Milestones',
      'Hitos',
      {
        en: 'Protocol signed | Protocolo firmado | 2025-06-30, with semicolons between them',
        es: 'Protocol signed | Protocolo firmado | 2025-06-30, con punto y coma entre ellos',
      },
      LIST,
    ),
  },
});

const DRAFT = `SELECT id, version FROM plans WHERE state_code = $1 AND status = 'draft' FOR UPDATE`;

/** The commitment of the draft with the code; of a row without one, the one that has its title. */
const IN_DRAFT = `
  SELECT v.id, c.code FROM commitment_versions v JOIN commitments c ON c.id = v.commitment_id
   WHERE v.plan_id = $1 AND CASE WHEN $2::text IS NULL THEN v.title_en = $3 ELSE c.code = $2 END LIMIT 1`;

/** Takes commitments from files, into drafts only: what was adopted stays until the draft is adopted. */
@Injectable()
export class CommitmentsImport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(StatesService) private readonly states: StatesService,
    @Inject(PlansService) private readonly plans: PlansService,
    @Inject(PlansQueries) private readonly queries: PlansQueries,
    @Inject(CommitmentsService) private readonly commitments: CommitmentsService,
  ) {}

  /** @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importFile(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    const rows = await commitmentsImport.read(file);
    return importRows(this.database, rows, (row) => this.put(actor, row), { mode });
  }

  /** Changes the commitment of the draft that has the code; adds it when there is none. */
  private async put(actor: Actor, { state, leads, partners, steps, ...row }: CommitmentRow): Promise<void> {
    const draft = await this.draftOf(actor, state);
    const content = {
      ...row,
      ...(leads || partners
        ? { institutions: [...roleOf('lead', leads), ...roleOf('partner', partners)] }
        : {}),
      ...(steps ? { milestones: steps.map(milestoneOf) } : {}),
    };
    const known = await this.database.one<{ id: string; code: string }>(IN_DRAFT, [
      draft.id,
      row.code ?? null,
      row.titleEn,
    ]);
    if (known && known.code !== row.code)
      throw invalid('titleEn', {
        en: `is the title of ${known.code} in the draft already; give that code to change it`,
        es: `ya es el título de ${known.code} en el borrador; indique ese código para cambiarlo`,
      });
    try {
      await (known
        ? this.commitments.change(actor, known.id, draft.version, content)
        : this.commitments.add(actor, draft.id, draft.version, content));
    } catch (error) {
      if (!(error instanceof DomainError) || error.fields.length === 0) throw error;
      throw invalidFields(error.fields.map((each) => ofTheRow(each, leads?.length ?? 0)));
    }
  }

  /** The State's draft; else a revision of the plan in force; else its first plan. */
  private async draftOf(actor: Actor, stateCode: string): Promise<{ id: string; version: number }> {
    const draft = await this.database.one<{ id: string; version: number }>(DRAFT, [stateCode]);
    if (draft) return draft;
    const [inForce] = await this.queries.list(actor, { state: stateCode, status: 'adopted' });
    if (inForce) return this.plans.revise(actor, inForce.id);
    const [state] = (await this.states.list()).filter(({ code }) => code === stateCode);
    if (!state)
      throw invalid('state', { en: 'must be the code of a State', es: 'debe ser el código de un Estado' });
    return this.plans.create(actor, {
      stateCode,
      titleEn: `Action plan of ${state.nameEn}`,
      titleEs: `Plan de acción de ${state.nameEs}`,
    });
  }
}

/** `institutions[2].key` of the commitment is one of the row's leads or partners. */
const ofTheRow = ({ field, detail }: FieldProblem, leads: number): FieldProblem => {
  const place = /^institutions\[(\d+)\]/.exec(field)?.[1];
  return { field: place === undefined ? field : Number(place) < leads ? 'leads' : 'partners', detail };
};

const partsOf = (step: string): string[] => step.split('|').map((part) => part.trim());

function problemsOfStep(step: string, index: number): FieldProblem[] {
  const [titleEn, titleEs, dueOn, ...rest] = partsOf(step);
  if (titleEn && titleEs && rest.length === 0 && (!dueOn || isDay(dueOn))) return [];
  return [
    {
      field: `steps[${index}]`,
      detail: {
        en: 'must be “title in English | title in Spanish”, with “| 2025-06-30” behind it when it is due',
        es: 'debe ser «título en inglés | título en español», con «| 2025-06-30» detrás si tiene plazo',
      },
    },
  ];
}

function milestoneOf(step: string): MilestoneContent {
  const [titleEn = '', titleEs = '', dueOn] = partsOf(step);
  return { titleEn, titleEs, dueOn: dueOn || null };
}

const roleOf = (
  role: CommitmentInstitutionContent['role'],
  keys: readonly string[] = [],
): CommitmentInstitutionContent[] => keys.map((key) => ({ key, role, basis: 'named' }));
