import type { EntityClass } from '#platform/database';
import { Programme } from './programme.entity.js';
import { Project, ProjectCommitment } from './project.entity.js';
import { ProjectReport } from './project-report.entity.js';

export * from './project.vocabulary.js';
export { ProjectInput, ProjectReportInput } from './project.input.js';
export { projectsImport } from './project.import.js';
export { type ProgrammeContent, ProgrammesService } from './programmes.service.js';
export { ProjectRecords } from './project-records.js';
export { ProjectsService } from './projects.service.js';
export { ProjectsModule } from './projects.module.js';
export { Project };

/** Tables of this room. */
export const projectsEntities: EntityClass[] = [Programme, Project, ProjectCommitment, ProjectReport];
