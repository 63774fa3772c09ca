import { Inject, Injectable } from '@nestjs/common';
import { populationText } from '#features/progress';
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
} from '#platform/http';
import type { IndicatorDto } from './indicator.dto.js';
import type { NewObservation, ObservationBody, ObservationDto } from './observation.dto.js';
import { REGION, WHOLE_COUNTRY } from './indicator.vocabulary.js';
import { IndicatorsQueries, isId } from './indicators.queries.js';
import { observationProblems } from './observation.rules.js';
import type { Place } from './places.js';

const OBSERVATION: Bilingual = { en: 'observation', es: 'la observación' };
/** The framework of the States themselves. */
const OWN_FRAMEWORK = 'mirps';
const SERIES: Bilingual = { en: 'series', es: 'la serie' };

const COLUMNS = `id, year, part, role, dimension, category, source, value_state AS "valueState", value::float8, numerator::float8,
  denominator::float8, currency, qualifier, printed, note_en AS "noteEn", note_es AS "noteEs", version`;

interface HeldSeries {
  frameworkKey: string;
  stateCode: string | null;
  preferredSource: string | null;
  version: number;
}

const HELD_SERIES = `
  SELECT i.framework_key AS "frameworkKey", s.state_code AS "stateCode", s.preferred_source AS "preferredSource", s.version
    FROM indicator_series s JOIN indicators i ON i.id = s.indicator_id WHERE s.id = $1 FOR UPDATE OF s`;

interface Owner {
  frameworkKey: string;
  seriesId: string;
  indicatorId: string;
  stateCode: string | null;
}

/** Values of indicators: written by the State that they are of, or by the Secretariat. Sources that differ stay side by side. */
@Injectable()
export class ObservationsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(IndicatorsQueries) private readonly queries: IndicatorsQueries,
  ) {}

  /** Adds a value. @throws DomainError not_found, forbidden, invalid, conflict when the source has said something for it already */
  async add(actor: Actor, indicatorId: string, input: NewObservation): Promise<ObservationDto> {
    const indicator = await this.queries.get(indicatorId);
    const place = await this.placeOf(input.place);
    this.assertMayWrite(actor, indicator.frameworkKey, place.stateCode, OBSERVATION);
    refuseWrong(indicator, input);
    return this.database.transaction(async () => {
      const seriesId = await this.ensureSeries(indicatorId, place, input.populationKey);
      const after = await this.insert(seriesId, input);
      await this.record('observation.add', after.id, place.stateCode, undefined, { indicatorId, ...after });
      return after;
    });
  }

  /** Corrects a value. @throws DomainError not_found, forbidden, invalid, stale */
  async change(actor: Actor, id: string, version: number, input: ObservationBody): Promise<ObservationDto> {
    const owner = await this.ownerOf(actor, id);
    const before = await this.get(id);
    const { dimension, category } = before;
    refuseWrong(await this.queries.get(owner.indicatorId), { ...input, dimension, category });
    return this.database.transaction(async () => {
      const [after] = await this.database.query<ObservationDto>(
        `UPDATE observations SET value_state = $3, value = $4, numerator = $5, denominator = $6, currency = $7, qualifier = $8,
                note_en = $9, note_es = $10, version = version + 1, updated_at = now()
          WHERE id = $1 AND version = $2 RETURNING ${COLUMNS}`,
        [id, version, ...bodyOf(input)],
      );
      if (!after) throw stale(await this.get(id));
      await this.record('observation.change', id, owner.stateCode, before, after);
      return after;
    });
  }

  /** Takes a value away. @throws DomainError not_found, forbidden, stale */
  async remove(actor: Actor, id: string, version: number): Promise<void> {
    const owner = await this.ownerOf(actor, id);
    await this.database.transaction(async () => {
      const before = await this.get(id);
      const removed = await this.database.execute('DELETE FROM observations WHERE id = $1 AND version = $2', [
        id,
        version,
      ]);
      if (removed === 0) throw stale(before);
      await this.record('observation.remove', id, owner.stateCode, before, undefined);
    });
  }

  /** Names the source that counts where several differ; null names none. @throws DomainError not_found, forbidden, stale, invalid for one without values */
  prefer(actor: Actor, seriesId: string, version: number, source: string | null): Promise<void> {
    return this.database.transaction(async () => {
      const series = isId(seriesId)
        ? await this.database.one<HeldSeries>(HELD_SERIES, [seriesId])
        : undefined;
      if (!series) throw notFound(SERIES);
      const { frameworkKey, stateCode, preferredSource } = series;
      this.assertMayWrite(actor, frameworkKey, stateCode, SERIES);
      if (series.version !== version) throw stale({ id: seriesId, preferredSource, version: series.version });
      const changed = await this.database.execute(
        `UPDATE indicator_series s SET preferred_source = $2, version = version + 1 WHERE id = $1
            AND ($2::text IS NULL OR EXISTS (SELECT FROM observations o WHERE o.series_id = s.id AND o.source = $2))`,
        [seriesId, source],
      );
      if (changed === 0)
        throw invalid('source', { en: 'is no source of this series', es: 'no es una fuente de esta serie' });
      await this.audit.record({
        action: 'indicator_series.prefer_source',
        entity: 'indicator_series',
        entityId: seriesId,
        stateCode,
        before: { preferredSource },
        after: { preferredSource: source },
      });
    });
  }

  private async placeOf(code: string): Promise<Place> {
    if (code === REGION) return { place: REGION, placeEn: 'Region', placeEs: 'Región', stateCode: null };
    const state = await this.database.one<Place>(
      `SELECT code AS place, name_en AS "placeEn", name_es AS "placeEs", code AS "stateCode" FROM states WHERE code = $1`,
      [code],
    );
    if (!state)
      throw invalid('place', {
        en: `must be the code of a State, or ${REGION}`,
        es: `debe ser el código de un Estado o ${REGION}`,
      });
    return state;
  }

  private async ensureSeries(indicatorId: string, place: Place, populationKey: string): Promise<string> {
    const whole = populationKey === WHOLE_COUNTRY;
    const [series] = await this.database.query<{ id: string }>(
      `INSERT INTO indicator_series AS s (id, indicator_id, place, place_en, place_es, state_code, population_key, population_en, population_es)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT ON CONSTRAINT indicator_series_key DO UPDATE SET place_en = s.place_en RETURNING id`,
      [
        ...[newId(), indicatorId, place.place, place.placeEn, place.placeEs, place.stateCode, populationKey],
        whole ? 'Whole country' : capital(populationText(populationKey, 'en')),
        whole ? 'Todo el país' : capital(populationText(populationKey, 'es')),
      ],
    );
    return (series as { id: string }).id;
  }

  private async insert(seriesId: string, input: NewObservation): Promise<ObservationDto> {
    try {
      const [added] = await this.database.query<ObservationDto>(
        `INSERT INTO observations (id, series_id, year, part, role, dimension, category, source, value_state, value, numerator,
                                   denominator, currency, qualifier, note_en, note_es)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) RETURNING ${COLUMNS}`,
        [
          ...[
            newId(),
            seriesId,
            input.year,
            input.part ?? 'year',
            input.role,
            input.dimension ?? '',
            input.category ?? '',
          ],
          ...[input.source, ...bodyOf(input)],
        ],
      );
      return added as ObservationDto;
    } catch (error) {
      if (!isConstraintViolation(error, 'observations_key')) throw error;
      throw conflict({
        en: 'This source has a value for this period, role and part already; correct that one.',
        es: 'Esta fuente ya tiene un valor para este período, función y parte; corrija ese valor.',
      });
    }
  }

  private async get(id: string): Promise<ObservationDto> {
    const found = await this.database.one<ObservationDto>(
      `SELECT ${COLUMNS} FROM observations WHERE id = $1`,
      [id],
    );
    if (!found) throw notFound(OBSERVATION);
    return found;
  }

  private async ownerOf(actor: Actor, id: string): Promise<Owner> {
    const owner = isId(id)
      ? await this.database.one<Owner>(
          `SELECT s.id AS "seriesId", s.indicator_id AS "indicatorId", s.state_code AS "stateCode", i.framework_key AS "frameworkKey"
             FROM observations o JOIN indicator_series s ON s.id = o.series_id JOIN indicators i ON i.id = s.indicator_id WHERE o.id = $1`,
          [id],
        )
      : undefined;
    if (!owner) throw notFound(OBSERVATION);
    this.assertMayWrite(actor, owner.frameworkKey, owner.stateCode, OBSERVATION);
    return owner;
  }

  /** What a partner reports is the partner's: States write the values of the MIRPS' own indicators. */
  private assertMayWrite(
    actor: Actor,
    frameworkKey: string,
    stateCode: string | null,
    what: Bilingual,
  ): void {
    const permission = frameworkKey === OWN_FRAMEWORK ? 'observation.write' : 'indicator.manage';
    this.access.assertMay(actor, permission, { stateCode }, what);
  }

  private record(
    action: string,
    id: string,
    stateCode: string | null,
    before: unknown,
    after: unknown,
  ): Promise<void> {
    return this.audit.record({ action, entity: 'observation', entityId: id, stateCode, before, after });
  }
}

const bodyOf = (body: ObservationBody): unknown[] => [
  ...[body.valueState, body.value ?? null, body.numerator ?? null, body.denominator ?? null],
  ...[body.currency ?? null, body.qualifier ?? 'exact', body.noteEn ?? null, body.noteEs ?? null],
];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function refuseWrong(indicator: IndicatorDto, input: Partial<NewObservation> & ObservationBody): void {
  const rule = { valueType: indicator.valueType, steps: indicator.scale?.length ?? 0 };
  const problems = observationProblems(rule, input);
  if (problems.length > 0) throw invalidFields(problems);
}
