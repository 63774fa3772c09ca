import { Inject, Injectable } from '@nestjs/common';
import { QUALIFIERS } from '#features/progress';
import { Database } from '#platform/database';
import { type Actor, invalid, OneOf, Text } from '#platform/http';
import {
  column,
  defineImport,
  type ImportFile,
  type ImportMode,
  type ImportResult,
  importRows,
} from '#platform/tables';
import { NewObservation, type ObservationDto } from './observation.dto.js';
import {
  type Level,
  LEVELS,
  type ObservationState,
  REGION,
  WHOLE_COUNTRY,
  YEAR_PARTS,
} from './indicator.vocabulary.js';
import { ObservationsService } from './observations.service.js';

/** One row of a file of values: the indicator by framework, level and code, then the value as it is entered otherwise. */
class ObservationRow extends NewObservation {
  @Text({ max: 60, example: 'mirps' })
  frameworkKey: string;

  @OneOf(LEVELS)
  level: Level;

  @Text({ max: 40, example: 'P1' })
  code: string;

  override valueState: ObservationState = 'reported';

  override populationKey: string = WHOLE_COUNTRY;
}

const REQUIRED = { required: true };
const same = (text: string) => ({ en: text, es: text });
const ANY = { en: 'May be left out', es: 'Puede omitirse' };
const SHARE = { en: 'Of percents and ratios only', es: 'Solo de porcentajes y razones' };

/** `mirps import observations FILE`: enters values of indicators, or corrects those that the same source gave before. */
export const observationsImport = defineImport({
  kind: 'observations',
  about: { en: 'values of indicators', es: 'valores de indicadores' },
  dto: ObservationRow,
  key: (row) =>
    [
      ...[row.frameworkKey, row.level, row.code, row.place, row.populationKey, row.year, row.part ?? 'year'],
      ...[row.role, row.dimension ?? '', row.category ?? '', row.source],
    ].join('\n'),
  columns: {
    frameworkKey: column('Framework', 'Marco', { en: 'Its key: mirps', es: 'Su clave: mirps' }, REQUIRED),
    level: column(
      'Level',
      'Nivel',
      { en: 'impact, outcome or output', es: 'impacto, efecto o producto' },
      {
        ...REQUIRED,
        words: {
          impact: { en: 'impact', es: 'impacto' },
          outcome: { en: 'outcome', es: 'efecto' },
          output: { en: 'output', es: 'producto' },
        },
      },
    ),
    code: column('Code', 'Código', { en: 'Of the indicator', es: 'Del indicador' }, REQUIRED),
    place: column(
      'Place',
      'Lugar',
      { en: `Code of a State, or ${REGION}`, es: `Código de un Estado, o ${REGION}` },
      REQUIRED,
    ),
    populationKey: column('Population', 'Población', {
      en: 'Its key; left out: the whole country',
      es: 'Su clave; si se omite: todo el país',
    }),
    year: column('Year', 'Año', same('2024'), REQUIRED),
    part: column('Part of the year', 'Parte del año', {
      en: `${YEAR_PARTS.join(', ')}; left out: the year`,
      es: `${YEAR_PARTS.join(', ')}; si se omite: el año`,
    }),
    role: column(
      'Role',
      'Función',
      { en: 'baseline, target or actual', es: 'línea de base, meta o valor real' },
      {
        ...REQUIRED,
        words: {
          baseline: { en: 'baseline', es: 'línea de base' },
          target: { en: 'target', es: 'meta' },
          actual: { en: 'actual', es: 'valor real' },
        },
      },
    ),
    dimension: column('Disaggregation', 'Desagregación', { en: 'sex, age…', es: 'sexo, edad…' }),
    category: column('Category', 'Categoría', {
      en: 'women; with a disaggregation only',
      es: 'mujeres; solo con una desagregación',
    }),
    value: column('Value', 'Valor', {
      en: 'Digits with a point; yes is 1, no is 0; of a scale its step',
      es: 'Dígitos con punto; sí es 1, no es 0; de una escala, su paso',
    }),
    valueState: column(
      'State of the value',
      'Estado del valor',
      {
        en: 'Why there is none: unknown, not reported, not applicable; or carried forward',
        es: 'Por qué no hay valor: desconocido, no reportado, no aplica; o arrastrado',
      },
      {
        words: {
          reported: { en: 'reported', es: 'reportado' },
          unknown: { en: 'unknown', es: 'desconocido' },
          not_reported: { en: 'not reported', es: 'no reportado' },
          not_applicable: { en: 'not applicable', es: 'no aplica' },
          carried_forward: { en: 'carried forward', es: 'arrastrado' },
        },
      },
    ),
    numerator: column('Numerator', 'Numerador', SHARE),
    denominator: column('Denominator', 'Denominador', SHARE),
    currency: column('Currency', 'Moneda', { en: 'Of money only: USD', es: 'Solo de dinero: USD' }),
    qualifier: column('Qualifier', 'Calificador', same(QUALIFIERS.join(', '))),
    noteEn: column('Note in English', 'Nota en inglés', ANY),
    noteEs: column('Note in Spanish', 'Nota en español', ANY),
    source: column('Source', 'Fuente', { en: 'Where it is from', es: 'De dónde viene' }, REQUIRED),
  },
});

const KNOWN_VALUE = `
  SELECT o.id, o.version FROM observations o JOIN indicator_series s ON s.id = o.series_id
   WHERE s.indicator_id = $1 AND s.place = $2 AND s.population_key = $3 AND o.year = $4 AND o.part = $5 AND o.role = $6
     AND o.dimension = $7 AND o.category = $8 AND o.source = $9 FOR UPDATE OF o`;

/** Takes values of indicators from files. */
@Injectable()
export class ObservationsImport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObservationsService) private readonly observations: ObservationsService,
  ) {}

  /** @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importFile(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    const rows = await observationsImport.read(file);
    return importRows(this.database, rows, (row) => this.put(actor, row), { mode });
  }

  private async put(
    actor: Actor,
    { frameworkKey, level, code, ...value }: ObservationRow,
  ): Promise<ObservationDto> {
    const indicator = await this.database.one<{ id: string }>(
      'SELECT id FROM indicators WHERE framework_key = $1 AND level = $2 AND code = $3',
      [frameworkKey, level, code],
    );
    if (!indicator)
      throw invalid('code', {
        en: `is no indicator of ${frameworkKey} at this level`,
        es: `no es un indicador de ${frameworkKey} en este nivel`,
      });
    const known = await this.database.one<{ id: string; version: number }>(KNOWN_VALUE, [
      ...[indicator.id, value.place, value.populationKey, value.year, value.part ?? 'year', value.role],
      ...[value.dimension ?? '', value.category ?? '', value.source],
    ]);
    return known
      ? this.observations.change(actor, known.id, known.version, value)
      : this.observations.add(actor, indicator.id, value);
  }
}
