import type pg from 'pg';
import { ObservationsService } from '#features/indicators';
import { ProjectsService } from '#features/projects';
import { QuantificationService } from '#features/quantification';
import type { SnapshotContent } from '#features/rollups';
import { SYSTEM } from '#platform/http';
import type { Services } from '../../../apps/cli/application.js';
import { SnapshotAssembly } from '../../../libs/features/rollups/snapshot-assembly.service.js';

const SOURCE = 'Benchmark';
const YEAR = 2024;
/** How many indicators have values of earlier years. */
const SERIES = 4;

interface Series {
  indicatorId: string;
  place: string;
  populationKey: string;
  value: number;
}

const ANSWERED = `
  SELECT s.indicator_id AS "indicatorId", s.place, s.population_key AS "populationKey", o.value::float8 AS value
    FROM observations o JOIN indicator_series s ON s.id = o.series_id JOIN indicators i ON i.id = s.indicator_id
   WHERE o.year = $1 AND o.role = 'actual' AND o.value_state = 'reported' AND o.dimension = '' AND i.value_type = 'percent'
   ORDER BY i.code, s.population_key LIMIT $2`;

/**
 * Enters what the sources of the demo do not state and a Secretariat would, so that every chart of the Annual Report is drawn: needs
 * and contributions of each State, earlier values of indicators, how far a project of good practices is.
 * @returns what a snapshot of the year's annual cycle then holds
 */
export async function fullerYear(services: Services, client: pg.Client): Promise<SnapshotContent> {
  await quantify(services.get(QuantificationService), client);
  const observations = services.get(ObservationsService);
  const { rows: series } = await client.query<Series>(ANSWERED, [YEAR, SERIES]);
  for (const { indicatorId, value, ...where } of series)
    for (const back of [1, 2])
      await observations.add(SYSTEM, indicatorId, {
        ...where,
        year: YEAR - back,
        role: 'actual',
        valueState: 'reported',
        value: Math.round(value * (1 - back / 10)),
        source: SOURCE,
      });
  const projects = services.get(ProjectsService);
  const { items } = await projects.list({ programme: 'good_practice_projects', limit: 1 });
  for (const { id } of items)
    await projects.report(SYSTEM, id, {
      asOf: `${YEAR}-09-30`,
      asOfPrecision: 'day',
      percent: 40,
      sources: [SOURCE],
    });
  const { rows } = await client.query<{ id: string }>('SELECT id FROM cycles WHERE key = $1', [
    `${YEAR}-annual`,
  ]);
  const { canonical } = await services.get(SnapshotAssembly).freeze(rows[0]?.id ?? '');
  return JSON.parse(canonical) as SnapshotContent;
}

/** What two commitments of each State cost, and what was given to one of them. */
async function quantify(service: QuantificationService, client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ code: string; place: number }>(
    `SELECT code, place FROM (SELECT code, row_number() OVER (PARTITION BY state_code ORDER BY code)::int AS place FROM commitments) c
      WHERE place <= 2 ORDER BY code`,
  );
  const money = { year: YEAR, currency: 'USD', sources: [SOURCE] };
  for (const { code: commitment, place } of rows) {
    await service.putNeed(SYSTEM, {
      ...money,
      commitment,
      ownResources: `${place}000000.00`,
      cooperationSought: `${place + 2}500000.00`,
    });
    if (place > 1) continue;
    await service.putContribution(SYSTEM, {
      ...money,
      key: `BENCH-${commitment}`,
      contributorEn: 'A donor',
      contributorEs: 'Un donante',
      commitment,
      amount: '1250000.00',
    });
  }
}
