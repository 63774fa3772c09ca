import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Database, newId } from '#platform/database';
import { type Actor, type Bilingual, conflict, invalid } from '#platform/http';
import { type ImportFile, type ImportMode, type ImportResult, importRows } from '#platform/tables';
import { allowedAggregation } from './aggregation.rules.js';
import type { IndicatorType } from './indicator.vocabulary.js';
import { mergedScale, moveSteps, type OrdinalScale, placeOf, sameScale } from './ordinal-scale.js';
import { placeNamed, type Place } from './places.js';
import { type BudgetResult, type IndicatorResult, type ResultRow, UNHCR_RESULTS } from './result-row.js';
import { unhcrResultsImport } from './unhcr-results.import.js';

interface KnownIndicator {
  id: string;
  valueType: IndicatorType;
  scale: Bilingual[] | null;
  scaleOrdered: boolean;
}

const OBSERVE = `
  INSERT INTO observations AS o (id, series_id, year, role, source, value_state, value, currency, printed)
  SELECT id, $1, year, role, $2, "valueState", value, $3, printed
    FROM jsonb_to_recordset($4) AS r(id uuid, year int, role text, "valueState" text, value numeric, printed text)
  ON CONFLICT ON CONSTRAINT observations_key DO UPDATE
     SET value_state = excluded.value_state, value = excluded.value, currency = excluded.currency, printed = excluded.printed,
         version = o.version + 1, updated_at = now()
   WHERE (o.value_state, o.value, o.currency, o.printed)
      IS DISTINCT FROM (excluded.value_state, excluded.value, excluded.currency, excluded.printed)
  RETURNING year, role, value_state AS "valueState", value, printed`;

const PUT_LINE = `
  INSERT INTO budget_lines AS b (id, framework_key, place, state_code, year, kind, position, area_code, name_en, name_es, is_total,
                                 currency, final_budget, funds_available, expenditure, source)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
  ON CONFLICT ON CONSTRAINT budget_lines_key DO UPDATE
     SET area_code = excluded.area_code, name_en = excluded.name_en, name_es = excluded.name_es, is_total = excluded.is_total,
         currency = excluded.currency, final_budget = excluded.final_budget, funds_available = excluded.funds_available,
         expenditure = excluded.expenditure
   WHERE (to_jsonb(b) - 'id') IS DISTINCT FROM (to_jsonb(excluded) - 'id')
  RETURNING to_jsonb(b) AS after`;

/** Reports of results: indicators of a country with their values, and its budget. Taking one again changes nothing. */
@Injectable()
export class ResultsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  /** Takes a report of UNHCR. @throws ImportRefused when anything is wrong and `mode` is `all` */
  async importFile(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    this.access.assertMay(actor, 'indicator.manage');
    return importRows(this.database, await unhcrResultsImport.read(file), (row) => this.take(row), { mode });
  }

  /** Puts one result or budget line. @throws DomainError conflict when the indicator is of another type */
  take(row: ResultRow): Promise<void> {
    return this.database.transaction(async () => {
      await this.ensureFrameworks();
      const place = await placeNamed(this.database, row.country);
      if (row.what === 'budget') await this.takeLine(row, place);
      else await this.takeIndicator(row, place);
    });
  }

  /** The two frameworks that stand side by side from the start. */
  async ensureFrameworks(): Promise<void> {
    await this.database.execute(
      `INSERT INTO frameworks (key, name_en, name_es, owner)
       VALUES ($1, 'UNHCR results', 'Resultados de ACNUR', 'UNHCR'),
              ('mirps', 'MIRPS indicators', 'Indicadores del MIRPS', 'MIRPS Technical Secretariat') ON CONFLICT DO NOTHING`,
      [UNHCR_RESULTS],
    );
  }

  private async takeIndicator(row: IndicatorResult, place: Place): Promise<void> {
    if (row.area) await this.ensureArea(row.area.code, row.area);
    const indicator = await this.ensureIndicator(row);
    const seriesId = await this.ensureSeries(indicator.id, row, place);
    const values = row.values.map((value) => ({
      ...value,
      id: newId(),
      value: value.step === null ? value.value : placeOf(indicator.scale ?? [], value.step),
    }));
    const changed = await this.database.query(OBSERVE, [
      seriesId,
      row.source,
      row.valueType === 'money' ? (row.unit?.en ?? null) : null,
      JSON.stringify(values),
    ]);
    if (changed.length > 0)
      await this.audit.record({
        action: 'observation.import',
        entity: 'indicator_series',
        entityId: seriesId,
        stateCode: place.stateCode,
        after: { source: row.source, observations: changed },
      });
  }

  private async ensureArea(code: string, { en, es }: Bilingual): Promise<void> {
    await this.database.execute(
      `INSERT INTO framework_areas (framework_key, code, name_en, name_es) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [UNHCR_RESULTS, code, en, es],
    );
  }

  /** The indicator of this key. A new one states the aggregation that its type allows for values of a period. */
  private async ensureIndicator(row: IndicatorResult): Promise<KnownIndicator> {
    const key = [UNHCR_RESULTS, row.level, row.code];
    const known = await this.database.one<KnownIndicator>(
      `SELECT id, value_type AS "valueType", scale, scale_ordered AS "scaleOrdered" FROM indicators
        WHERE framework_key = $1 AND level = $2 AND code = $3 FOR UPDATE`,
      key,
    );
    if (!known) return this.addIndicator(row);
    if (known.valueType !== row.valueType)
      throw conflict({
        en: `${row.level} ${row.code} is known as ${known.valueType}, here it is ${row.valueType}`,
        es: `${row.level} ${row.code} se conoce como ${known.valueType}; aquí es ${row.valueType}`,
      });
    return row.scale ? this.withScale(known, { scale: row.scale, scaleOrdered: row.scaleOrdered }) : known;
  }

  /** The scale that is kept together with the one of a file; values keep their steps. @throws DomainError invalid when they contradict */
  private async withScale(known: KnownIndicator, brought: OrdinalScale): Promise<KnownIndicator> {
    const kept = { scale: known.scale ?? [], scaleOrdered: known.scaleOrdered };
    const merged = mergedScale(kept, brought);
    if ('against' in merged) throw invalid('scale', otherScale(merged.against, kept.scale));
    if (sameScale(kept, merged)) return known;
    await this.database.execute(
      'UPDATE indicators SET scale = $2, scale_ordered = $3, version = version + 1, updated_at = now() WHERE id = $1',
      [known.id, JSON.stringify(merged.scale), merged.scaleOrdered],
    );
    await moveSteps(this.database, known.id, kept.scale, merged.scale);
    await this.audit.record({
      ...{ action: 'indicator.scale', entity: 'indicator', entityId: known.id },
      ...{ before: kept, after: merged },
    });
    return { ...known, ...merged };
  }

  private async addIndicator(row: IndicatorResult): Promise<KnownIndicator> {
    const id = newId();
    const { overTime, overPlaces } = allowedAggregation(row.valueType, 'period');
    await this.database.execute(
      `INSERT INTO indicators (id, framework_key, level, code, area_code, name_en, name_es, value_type, unit_en, unit_es, scale,
                               direction, direction_inferred, basis, over_time, over_places, source, scale_ordered)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'period', $14, $15, $16, $17)`,
      [
        ...[id, UNHCR_RESULTS, row.level, row.code, row.area?.code ?? null, row.name.en, row.name.es],
        ...[
          row.valueType,
          row.unit?.en ?? null,
          row.unit?.es ?? null,
          row.scale && JSON.stringify(row.scale),
        ],
        ...[row.direction, row.directionInferred, overTime, overPlaces, row.source, row.scaleOrdered],
      ],
    );
    await this.audit.record({ action: 'indicator.create', entity: 'indicator', entityId: id, after: row });
    return { id, valueType: row.valueType, scale: row.scale, scaleOrdered: row.scaleOrdered };
  }

  private async ensureSeries(
    indicatorId: string,
    { population }: IndicatorResult,
    place: Place,
  ): Promise<string> {
    const [series] = await this.database.query<{ id: string }>(
      `INSERT INTO indicator_series AS s (id, indicator_id, place, place_en, place_es, state_code, population_key, population_en, population_es)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT ON CONSTRAINT indicator_series_key DO UPDATE SET place_en = s.place_en RETURNING id`,
      [
        ...[newId(), indicatorId, place.place, place.placeEn, place.placeEs, place.stateCode],
        ...[population.key, population.en, population.es],
      ],
    );
    return (series as { id: string }).id;
  }

  private async takeLine(row: BudgetResult, place: Place): Promise<void> {
    if (row.areaCode) await this.ensureArea(row.areaCode, row.name);
    const [changed] = await this.database.query<{ after: unknown }>(PUT_LINE, [
      ...[
        newId(),
        UNHCR_RESULTS,
        place.place,
        place.stateCode,
        row.year,
        row.kind,
        row.position,
        row.areaCode,
      ],
      ...[row.name.en, row.name.es, row.isTotal, row.currency],
      ...[row.finalBudget, row.fundsAvailable, row.expenditure, row.source],
    ]);
    if (changed)
      await this.audit.record({
        action: 'budget_line.import',
        entity: 'budget_line',
        entityId: `${place.place}:${row.year}:${row.kind}:${row.position}`,
        stateCode: place.stateCode,
        after: changed.after,
      });
  }
}

const otherScale = (step: string, kept: readonly Bilingual[]): Bilingual => ({
  en: `“${step}” does not fit the scale that is kept: ${kept.map(({ en }) => en).join(' → ')}. Give “scale” with all steps, lowest first`,
  es: `«${step}» no cabe en la escala que se guarda: ${kept.map(({ es }) => es).join(' → ')}. Indique «scale» con todos los pasos, del más bajo al más alto`,
});
