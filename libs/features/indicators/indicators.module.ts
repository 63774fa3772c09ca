import { Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { IdentityModule } from '#features/identity';
import { BudgetsQueries } from './budgets.queries.js';
import { IndicatorSection } from './indicator-section.js';
import { IndicatorsController } from './indicators.controller.js';
import { IndicatorsQueries } from './indicators.queries.js';
import { IndicatorsService } from './indicators.service.js';
import { ObservationsController } from './observations.controller.js';
import { ObservationsImport } from './observations.import.js';
import { ObservationsService } from './observations.service.js';
import { ResultsService } from './results.service.js';

@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [IndicatorsController, ObservationsController],
  providers: [
    BudgetsQueries,
    IndicatorSection,
    IndicatorsQueries,
    IndicatorsService,
    ObservationsImport,
    ObservationsService,
    ResultsService,
  ],
  exports: [
    BudgetsQueries,
    IndicatorSection,
    IndicatorsQueries,
    IndicatorsService,
    ObservationsImport,
    ObservationsService,
    ResultsService,
  ],
})
export class IndicatorsModule {}
