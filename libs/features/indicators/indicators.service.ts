import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Database, isConstraintViolation, newId } from '#platform/database';
import {
  type Actor,
  type Bilingual,
  conflict,
  invalid,
  invalidFields,
  notFound,
  stale,
  unknownKey,
} from '#platform/http';
import {
  aggregateOverPlaces,
  aggregatePeriods,
  aggregationProblems,
  type IndicatorAggregate,
} from './aggregation.rules.js';
import type { IndicatorBody, IndicatorDto, NewIndicator } from './indicator.dto.js';
import type { AggregateQuery } from './observation.dto.js';
import { moveSteps } from './ordinal-scale.js';
import { IndicatorsQueries, isId } from './indicators.queries.js';

const COMMITMENT: Bilingual = { en: 'commitment', es: 'el compromiso' };

const valuesOf = (body: IndicatorBody): unknown[] => [
  ...[
    body.areaCode || null,
    body.nameEn,
    body.nameEs,
    body.valueType,
    body.unitEn ?? null,
    body.unitEs ?? null,
  ],
  ...[
    body.scale?.length ? JSON.stringify(body.scale) : null,
    body.direction,
    body.directionInferred ?? false,
    body.basis,
  ],
  ...[body.overTime, body.overPlaces, body.noteEn ?? null, body.noteEs ?? null, body.source],
];

/** Indicators: defined by their framework's keepers, linked to commitments, and put together by their own stated rules. */
@Injectable()
export class IndicatorsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(IndicatorsQueries) private readonly queries: IndicatorsQueries,
  ) {}

  /** Defines an indicator. @throws DomainError forbidden, invalid, conflict when its key is taken */
  async create(actor: Actor, input: NewIndicator): Promise<IndicatorDto> {
    this.access.assertMay(actor, 'indicator.manage');
    refuseWrong(input);
    const id = newId();
    return this.database.transaction(async () => {
      await this.refuseUnknownArea(input.frameworkKey, input.areaCode);
      await this.write(
        input,
        `INSERT INTO indicators (id, framework_key, level, code, area_code, name_en, name_es, value_type, unit_en, unit_es, scale,
                                 direction, direction_inferred, basis, over_time, over_places, note_en, note_es, source)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
        [id, input.frameworkKey, input.level, input.code, ...valuesOf(input)],
      );
      const after = await this.queries.get(id);
      await this.audit.record({ action: 'indicator.create', entity: 'indicator', entityId: id, after });
      return after;
    });
  }

  /** Changes what an indicator says of itself, not its key. @throws DomainError not_found, invalid, stale, conflict */
  async change(actor: Actor, id: string, version: number, body: IndicatorBody): Promise<IndicatorDto> {
    this.access.assertMay(actor, 'indicator.manage');
    refuseWrong(body);
    return this.database.transaction(async () => {
      const before = await this.queries.get(id);
      await this.refuseUnknownArea(before.frameworkKey, body.areaCode);
      if (before.valueType !== body.valueType && (await this.hasValues(id)))
        throw conflict({
          en: 'Its values are of the present type; define a new indicator instead.',
          es: 'Sus valores son del tipo actual; defina un indicador nuevo.',
        });
      const changed = await this.write(
        body,
        `UPDATE indicators SET area_code = $3, name_en = $4, name_es = $5, value_type = $6, unit_en = $7, unit_es = $8, scale = $9,
                direction = $10, direction_inferred = $11, basis = $12, over_time = $13, over_places = $14, note_en = $15,
                note_es = $16, source = $17, scale_ordered = true, version = version + 1, updated_at = now()
          WHERE id = $1 AND version = $2`,
        [id, version, ...valuesOf(body)],
      );
      if (changed === 0) throw stale(before);
      await this.keepSteps(id, before.scale, body.scale);
      const after = await this.queries.get(id);
      await this.audit.record({
        action: 'indicator.change',
        entity: 'indicator',
        entityId: id,
        before,
        after,
      });
      return after;
    });
  }

  /** Links an indicator with a commitment, or takes the link away. Repeating it changes nothing. */
  async link(actor: Actor, id: string, commitmentId: string, linked: boolean): Promise<void> {
    await this.queries.get(id);
    const commitment = isId(commitmentId)
      ? await this.database.one<{ stateCode: string }>(
          'SELECT state_code AS "stateCode" FROM commitments WHERE id = $1',
          [commitmentId],
        )
      : undefined;
    if (!commitment) throw notFound(COMMITMENT);
    this.access.assertMay(actor, 'observation.write', commitment, COMMITMENT);
    await this.database.transaction(async () => {
      const changed = await this.database.execute(
        linked
          ? 'INSERT INTO indicator_commitments (indicator_id, commitment_id) VALUES ($1, $2) ON CONFLICT DO NOTHING'
          : 'DELETE FROM indicator_commitments WHERE indicator_id = $1 AND commitment_id = $2',
        [id, commitmentId],
      );
      if (changed > 0)
        await this.audit.record({
          action: linked ? 'indicator.link' : 'indicator.unlink',
          entity: 'indicator',
          entityId: id,
          stateCode: commitment.stateCode,
          after: { commitmentId },
        });
    });
  }

  /** Totals of an indicator put together over its places or over time, by its own rule. */
  async aggregate(id: string, { over, role, ...query }: AggregateQuery): Promise<IndicatorAggregate> {
    const indicator = await this.queries.get(id);
    const rule = { ...indicator, unitEn: indicator.unitEn ?? null, unitEs: indicator.unitEs ?? null };
    const series = await this.queries.series(id, query);
    if (over === 'time' && new Set(series.map(({ place }) => place)).size > 1)
      throw invalid('state', {
        en: 'name one place: values are put together over time for one place',
        es: 'indique un lugar: los valores se agregan en el tiempo para un solo lugar',
      });
    const totals = series.flatMap(({ place, populationKey, preferredSource, observations }) =>
      observations
        .filter((observation) => observation.dimension === '' && observation.role === role)
        .map((observation) => ({ ...observation, place, populationKey, preferredSource })),
    );
    return over === 'places' ? aggregateOverPlaces(rule, totals) : aggregatePeriods(rule, totals);
  }

  /** Values keep their steps when the scale changes. @throws DomainError invalid when a step in use is gone */
  private async keepSteps(
    id: string,
    before: IndicatorBody['scale'],
    after: IndicatorBody['scale'],
  ): Promise<void> {
    const lost = await moveSteps(this.database, id, before ?? [], after ?? []);
    if (lost.length > 0)
      throw invalid('scale', {
        en: `must keep the steps that values have: ${lost.join(', ')}`,
        es: `debe conservar los pasos que tienen valores: ${lost.join(', ')}`,
      });
  }

  private async refuseUnknownArea(frameworkKey: string, areaCode: string | null | undefined): Promise<void> {
    if (!areaCode) return;
    const known = await this.database.one(
      'SELECT FROM framework_areas WHERE framework_key = $1 AND code = $2',
      [frameworkKey, areaCode],
    );
    if (!known) throw invalidFields([unknownKey('areaCode', areaCode)]);
  }

  private async hasValues(id: string): Promise<boolean> {
    const found = await this.database.one(
      'SELECT FROM observations o JOIN indicator_series s ON s.id = o.series_id WHERE s.indicator_id = $1 LIMIT 1',
      [id],
    );
    return found !== undefined;
  }

  private async write(body: IndicatorBody, sql: string, values: unknown[]): Promise<number> {
    try {
      return await this.database.execute(sql, values);
    } catch (error) {
      if (isConstraintViolation(error, 'indicators_key'))
        throw conflict({
          en: 'This framework has an indicator with this level and code.',
          es: 'Este marco ya tiene un indicador con este nivel y código.',
        });
      if (isConstraintViolation(error, 'indicators_framework_key_fkey'))
        throw invalid('frameworkKey', { en: 'is the key of no framework', es: 'no es la clave de un marco' });
      throw error;
    }
  }
}

function refuseWrong(body: IndicatorBody): void {
  const problems = aggregationProblems(body);
  if ((body.valueType === 'ordinal') !== Boolean(body.scale?.length))
    problems.push({
      field: 'scale',
      detail: {
        en: 'belongs to an ordinal indicator, and every such one needs it',
        es: 'corresponde a un indicador ordinal, y todo indicador ordinal la necesita',
      },
    });
  if (problems.length > 0) throw invalidFields(problems);
}
