import { Global, Module } from '@nestjs/common';
import { CycleContent, CyclesModule } from '#features/cycles';
import { ApprovalsService } from './approvals.service.js';
import { CompletenessQueries, UpdatesOfCycle } from './completeness.queries.js';
import { DueQueries } from './due.queries.js';
import { EvidenceFilesController } from './evidence-files.controller.js';
import { EvidenceFilesService } from './evidence-files.service.js';
import { EvidenceRows } from './evidence-rows.js';
import { ExportController } from './export.controller.js';
import { FactRows } from './fact-rows.js';
import { FactsController } from './facts.controller.js';
import { FactsQueries } from './facts.queries.js';
import { FactsService } from './facts.service.js';
import { PlanProgressQueries } from './plan-progress.queries.js';
import { ProgressAccess } from './progress.access.js';
import { ProgressController } from './progress.controller.js';
import { ProgressService } from './progress.service.js';
import { TimelineQueries } from './timeline.queries.js';
import { UpdateChanges } from './update-changes.js';
import { UpdateCreation } from './update-creation.js';
import { UpdateDetailQueries } from './update-detail.queries.js';
import { UpdateParts } from './update-parts.js';
import { UpdateRecords } from './update-records.js';
import { UpdatesController } from './updates.controller.js';
import { UpdatesExport } from './updates.export.js';
import { UpdatesQueries } from './updates.queries.js';

/** Updates and facts. Global because it tells the room of cycles, which ranks before it, what its cycles hold. */
@Global()
@Module({
  imports: [CyclesModule],
  controllers: [
    ExportController,
    UpdatesController,
    ProgressController,
    FactsController,
    EvidenceFilesController,
  ],
  providers: [
    ProgressAccess,
    ProgressService,
    ApprovalsService,
    FactsService,
    FactRows,
    EvidenceRows,
    EvidenceFilesService,
    UpdateChanges,
    UpdateCreation,
    UpdateParts,
    UpdateRecords,
    CompletenessQueries,
    DueQueries,
    FactsQueries,
    PlanProgressQueries,
    TimelineQueries,
    UpdateDetailQueries,
    UpdatesExport,
    UpdatesQueries,
    { provide: CycleContent, useClass: UpdatesOfCycle },
  ],
  exports: [
    ProgressAccess,
    ProgressService,
    ApprovalsService,
    FactsService,
    FactsQueries,
    UpdateDetailQueries,
    UpdatesQueries,
    UpdatesExport,
    DueQueries,
    CycleContent,
  ],
})
export class ProgressModule {}
