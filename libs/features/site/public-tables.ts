import type { Cell, NamedTable } from '#platform/tables';
import { type OpenEdition } from './published-editions.service.js';
import { stateView } from './public-views.js';
import type { PublicCommitmentDto, PublicFactDto } from './site.dto.js';
import type { PublicTable } from './site.vocabulary.js';

/** Which rows of a table are wanted; absent: all. */
export interface TableFilter {
  state?: string;
  area?: string;
}

const COMMITMENT_COLUMNS = [
  ...['cycle', 'state', 'area', 'area_en', 'area_es', 'commitment', 'title_en', 'title_es'],
  ...['standing', 'stage', 'outlook', 'percent', 'percent_source', 'illustrative', 'no_change'],
  ...['narrative_en', 'narrative_es', 'challenges_en', 'challenges_es', 'next_steps_en', 'next_steps_es'],
  ...['support_needed_en', 'support_needed_es', 'explanation_en', 'explanation_es'],
] as const;

const FACT_COLUMNS = [
  ...['cycle', 'state', 'area', 'section', 'commitment', 'fact', 'kind', 'of_mid_year', 'text_en', 'text_es'],
  ...['value', 'value_state', 'value_type', 'qualifier', 'basis', 'role', 'unit_en', 'unit_es', 'currency'],
  ...[
    'numerator',
    'denominator',
    'window_start',
    'window_end',
    'window_en',
    'window_es',
    'as_of',
    'population',
  ],
  ...['label_en', 'label_es', 'institutions', 'source', 'note_en', 'note_es'],
] as const;

/** A table of an edition. `commitments`: a row a commitment; `facts`: a row a figure, and one for a fact without any. */
export function publicTable(table: PublicTable, open: OpenEdition, filter: TableFilter): NamedTable {
  const states = open.index.states.filter(({ id }) => filter.state === undefined || id === filter.state);
  const views = states.flatMap(({ id }) => stateView(open, id) ?? []);
  const wanted = (areaKey: string | null): boolean => filter.area === undefined || filter.area === areaKey;
  const { cycleKey } = open.edition;
  if (table === 'commitments')
    return {
      name: table,
      columns: COMMITMENT_COLUMNS,
      rows: views.flatMap(({ code, commitments }) =>
        commitments
          .filter(({ areaKey }) => wanted(areaKey))
          .map((commitment) => [cycleKey, code, ...commitmentCells(commitment, open)]),
      ),
    };
  return {
    name: table,
    columns: FACT_COLUMNS,
    rows: views.flatMap(({ code, commitments, facts }) => {
      const told = [
        ...commitments.flatMap((commitment) => commitment.facts.map((fact) => ({ fact, of: commitment }))),
        ...facts.map((fact) => ({ fact, of: undefined })),
      ];
      return told
        .filter(({ fact, of }) => wanted(of?.areaKey ?? fact.areaKey))
        .flatMap(({ fact, of }) => factRows(fact, of).map((cells) => [cycleKey, code, ...cells]));
    }),
  };
}

function commitmentCells(commitment: PublicCommitmentDto, { index }: OpenEdition): Cell[] {
  const { areaKey, code, titleEn, titleEs, standing, update, explanationEn, explanationEs } = commitment;
  const area = index.area(areaKey);
  return [
    ...[areaKey, area?.nameEn ?? null, area?.nameEs ?? null, code, titleEn, titleEs, standing],
    ...[
      update?.stage ?? null,
      update?.outlook ?? null,
      update?.percent ?? null,
      update?.percentSource ?? null,
    ],
    ...[update?.illustrative.join('; ') ?? null, update ? yesNo(update.noChange) : null],
    ...[update?.narrativeEn ?? null, update?.narrativeEs ?? null],
    ...[update?.challengesEn ?? null, update?.challengesEs ?? null],
    ...[update?.nextStepsEn ?? null, update?.nextStepsEs ?? null],
    ...[update?.supportNeededEn ?? null, update?.supportNeededEs ?? null, explanationEn, explanationEs],
  ];
}

function factRows(fact: PublicFactDto, of: PublicCommitmentDto | undefined): Cell[][] {
  const head: Cell[] = [
    ...[of?.areaKey ?? fact.areaKey, fact.section, of?.code ?? null, fact.code ?? null, fact.kind],
    ...[yesNo(fact.ofMidYear), fact.textEn ?? null, fact.textEs ?? null],
  ];
  const foot = (source: string | null | undefined): Cell[] => [
    (fact.institutions ?? []).join('; '),
    ...[source ?? fact.source ?? null, fact.noteEn ?? null, fact.noteEs ?? null],
  ];
  const figures = fact.figures ?? [];
  if (figures.length === 0) return [[...head, ...Array<null>(FIGURE_CELLS).fill(null), ...foot(null)]];
  return figures.map((figure) => [
    ...head,
    ...[figure.value, figure.valueState, figure.valueType, figure.qualifier, figure.basis, figure.role],
    ...[figure.unitEn ?? null, figure.unitEs ?? null, figure.currency ?? null],
    ...[figure.numerator ?? null, figure.denominator ?? null],
    ...[figure.windowStart ?? null, figure.windowEnd ?? null],
    ...[figure.windowTextEn ?? null, figure.windowTextEs ?? null, figure.asOf ?? null],
    ...[figure.population ?? null, figure.labelEn ?? null, figure.labelEs ?? null],
    ...foot(figure.source),
  ]);
}

/** From `value` to `label_es`. */
const FIGURE_CELLS = FACT_COLUMNS.indexOf('institutions') - FACT_COLUMNS.indexOf('value');

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');
