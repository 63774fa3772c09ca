import { Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { CyclesModule } from '#features/cycles';
import { IdentityModule } from '#features/identity';
import { RollupsModule } from '#features/rollups';
import { BooksService } from './books.service.js';
import { CompositionsController } from './compositions.controller.js';
import { EditionApprovalsController } from './edition-approvals.controller.js';
import { EditionFilesService } from './edition-files.service.js';
import { EditionsController } from './editions.controller.js';
import { EditionsService } from './editions.service.js';
import { FileOriginsController } from './file-origins.controller.js';
import { FileOrigins } from './file-origins.service.js';
import { SectionShelf } from './section.shelf.js';
import { EditionRedaction } from './edition-redaction.service.js';
import { SectionViews } from './section.views.js';
import { SectionsService } from './sections.service.js';

@Module({
  imports: [AuditModule, IdentityModule, CyclesModule, RollupsModule],
  controllers: [
    CompositionsController,
    EditionsController,
    EditionApprovalsController,
    FileOriginsController,
  ],
  providers: [
    BooksService,
    SectionShelf,
    SectionViews,
    SectionsService,
    EditionsService,
    EditionFilesService,
    EditionRedaction,
    FileOrigins,
  ],
})
export class EditionsModule {}
