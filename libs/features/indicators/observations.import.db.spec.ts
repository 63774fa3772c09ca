import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessService } from '#features/identity';
import { SYSTEM } from '#platform/http';
import { seededResults } from '../../../test/factories/indicators.js';
import { seededRegion } from '../../../test/factories/plans.js';
import { coordinatorOf } from '../../../test/factories/rooms.js';
import { auditService, type TestDatabase } from '../../../test/harness/index.js';
import { IndicatorsQueries } from './indicators.queries.js';
import { ObservationsImport } from './observations.import.js';
import { ObservationsService } from './observations.service.js';
import { ResultsService } from './results.service.js';

let db: TestDatabase;
let queries: IndicatorsQueries;
let imports: ObservationsImport;

beforeAll(async () => {
  const region = await seededRegion();
  db = region.db;
  const access = new AccessService();
  const audit = auditService(db.database, region.rooms.clock);
  queries = new IndicatorsQueries(db.database);
  imports = new ObservationsImport(db.database, new ObservationsService(db.database, audit, access, queries));
  await seededResults(new ResultsService(db.database, audit, access));
});
afterAll(() => db.close());

const HEAD =
  'Marco,Nivel,Código,Lugar,Población,Año,Función,Desagregación,Categoría,Valor,Estado del valor,Numerador,Denominador,Fuente';
const file = (...rows: string[]) => ({
  format: 'csv' as const,
  bytes: Buffer.from([HEAD, ...rows].join('\n')),
});

describe('values of indicators from a file', () => {
  const valuesOf = async () => {
    const { items } = await queries.list({ framework: 'unhcr-results', limit: 200 });
    const id = items.find(({ level, code }) => level === 'outcome' && code === '13.1')?.id ?? '';
    const [series] = await queries.series(id, { state: 'GT', population: 'refugees' });
    return series?.observations.map(({ role, category, value, valueState }) => [
      role,
      category,
      value,
      valueState,
    ]);
  };

  it('tell every problem at its column and change nothing', async () => {
    const wrong = file(
      'unhcr-results,efecto,99.9,GT,refugees,2025,meta,,,40,,,,Encuesta',
      'unhcr-results,efecto,13.1,XX,refugees,2025,meta,,,40,,,,Encuesta',
      'unhcr-results,efecto,13.1,GT,refugees,2025,meta,,,,,,,Encuesta',
      'unhcr-results,efecto,13.1,GT,refugees,2025,meta,sexo,,40,,12,,Encuesta',
      'unhcr-results,nivel,13.1,GT,refugees,dos mil,meta,,,40,,,,Encuesta',
    );
    expect(await imports.importFile(SYSTEM, wrong, 'check')).toMatchObject({
      problems: [
        { row: 2, column: 'Código' },
        { row: 3, column: 'Lugar' },
        { row: 4, column: 'Valor' },
        { row: 5, column: 'Denominador' },
        { row: 5, column: 'Categoría' },
        { row: 6, column: 'Nivel' },
        { row: 6, column: 'Año' },
      ],
    });
    expect(await valuesOf()).toBeUndefined();
  });

  it('keep zero, a value that nobody knows and parts apart, and correct what the same source gave', async () => {
    await imports.importFile(
      SYSTEM,
      file(
        'unhcr-results,efecto,13.1,GT,refugees,2025,meta,,,40,,,,Encuesta',
        'unhcr-results,efecto,13.1,GT,refugees,2025,línea de base,,,,desconocido,,,Encuesta',
        'unhcr-results,efecto,13.1,GT,refugees,2025,valor real,,,25,,1,4,Encuesta',
        'unhcr-results,efecto,13.1,GT,refugees,2025,valor real,sexo,mujeres,0,,,,Encuesta',
      ),
      'all',
    );
    await imports.importFile(
      SYSTEM,
      file('unhcr-results,efecto,13.1,GT,refugees,2025,meta,,,45,,,,Encuesta'),
      'all',
    );
    expect(await valuesOf()).toEqual([
      ['actual', '', 25, 'reported'],
      ['actual', 'mujeres', 0, 'reported'],
      ['baseline', '', null, 'unknown'],
      ['target', '', 45, 'reported'],
    ]);
  });

  it('take of States the values of the MIRPS’ own indicators only', async () => {
    const row = file('unhcr-results,efecto,13.1,GT,refugees,2026,meta,,,40,,,,Encuesta');
    expect(await imports.importFile(coordinatorOf('GT'), row, 'check')).toMatchObject({
      imported: 0,
      problems: [{ row: 2 }],
    });
  });
});
