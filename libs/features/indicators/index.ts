import { BudgetLine } from './budget-line.entity.js';
import { FrameworkArea } from './framework-area.entity.js';
import { Framework } from './framework.entity.js';
import { IndicatorCommitment } from './indicator-commitment.entity.js';
import { IndicatorSeries } from './indicator-series.entity.js';
import { Indicator } from './indicator.entity.js';
import { Observation } from './observation.entity.js';

export { Indicator, Observation };
export * from './indicator.vocabulary.js';
export type { ResultRow } from './result-row.js';
export { BudgetsQueries } from './budgets.queries.js';
export { IndicatorSection } from './indicator-section.js';
export { IndicatorsModule } from './indicators.module.js';
export { IndicatorsQueries } from './indicators.queries.js';
export { IndicatorsService } from './indicators.service.js';
export { ObservationsImport, observationsImport } from './observations.import.js';
export { ObservationsService } from './observations.service.js';
export { scaleOf } from './ordinal-scale.js';
export { ResultsService } from './results.service.js';
export { unhcrResultsImport } from './unhcr-results.import.js';

/** Tables of this room. */
export const indicatorsEntities = [
  Framework,
  FrameworkArea,
  Indicator,
  IndicatorSeries,
  Observation,
  BudgetLine,
  IndicatorCommitment,
];
