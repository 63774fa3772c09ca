import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Clock } from '#platform/clock';
import { Database, isConstraintViolation, newId } from '#platform/database';
import {
  type Actor,
  type Bilingual,
  conflict,
  invalidFields,
  notFound,
  type Page,
  pageOf,
  parseCursor,
  stale,
} from '#platform/http';
import { type ImportFile, type ImportMode, type ImportResult, importRows } from '#platform/tables';
import type { PortfolioRowDto, ProgrammeDto, ProjectDto, ProjectSummaryDto } from './project.dto.js';
import type { ProjectInput, ProjectReportInput, ProjectsQuery } from './project.input.js';
import { projectsImport } from './project.import.js';
import { listValues, PORTFOLIO, PROGRAMMES, PROJECT, PROJECTS } from './project.queries.js';
import { ProjectRecords, type ResolvedProject } from './project-records.js';
import { countProblems, dayProblems } from './project.rules.js';

const PROJECT_NAME: Bilingual = { en: 'project', es: 'el proyecto' };

const INSERT = `
  INSERT INTO projects (key, programme_key, state_code, executing_id, donor_id, title_en, title_es, amount, currency, expected_end_on,
                        expected_end_precision, beneficiaries_expected, beneficiaries_qualifier, note_en, note_es, sources, further_beneficiaries,
                        created_at, updated_at, id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18, $19)`;

const REPLACE = `
  UPDATE projects SET key = $1, programme_key = $2, state_code = $3, executing_id = $4, donor_id = $5, title_en = $6, title_es = $7,
         amount = $8, currency = $9, expected_end_on = $10, expected_end_precision = $11, beneficiaries_expected = $12,
         beneficiaries_qualifier = $13, note_en = $14, note_es = $15, sources = $16, further_beneficiaries = $17, updated_at = $18,
         version = version + 1
   WHERE id = $19 AND version = $20`;

const INSERT_REPORT = `
  INSERT INTO project_reports (id, project_id, number, as_of, as_of_precision, percent, status_en, status_es, reached, reached_qualifier,
                               sources, author_id, created_at)
  SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 FROM project_reports WHERE project_id = $2`;

type Row<T> = T & Record<string, unknown>;

/** Projects of any programme, and what was reported of each. */
@Injectable()
export class ProjectsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(ProjectRecords) private readonly records: ProjectRecords,
  ) {}

  /** Projects that fit, by key. */
  async list(query: ProjectsQuery): Promise<Page<ProjectSummaryDto>> {
    const after = query.cursor ? (parseCursor(query.cursor, 1)[0] ?? null) : null;
    const values = listValues(query, after);
    const rows = await this.database.jsonRows<Row<ProjectSummaryDto>>(PROJECTS, values, 'projects_list');
    return pageOf(rows, query.limit, ({ key }) => [key]);
  }

  /** @throws DomainError not_found */
  async get(actor: Actor, id: string): Promise<ProjectDto> {
    const [found] = await this.database.jsonRows<Row<Omit<ProjectDto, 'mayWrite'>>>(PROJECT, [id]);
    if (!found) throw notFound(PROJECT_NAME);
    return { ...found, mayWrite: this.access.may(actor, 'project.write', { stateCode: found.state }) };
  }

  /** All projects in numbers: together, by programme, by State. Money is summed within a currency only. */
  portfolio(programme?: string): Promise<PortfolioRowDto[]> {
    return this.database.jsonRows<Row<PortfolioRowDto>>(PORTFOLIO, [programme ?? null], 'project_portfolio');
  }

  programmes(): Promise<ProgrammeDto[]> {
    return this.database.jsonRows<Row<ProgrammeDto>>(PROGRAMMES);
  }

  /** @throws DomainError forbidden; invalid with everything that is wrong; conflict when the key is taken */
  create(actor: Actor, input: ProjectInput): Promise<ProjectDto> {
    return this.database.transaction(async () => {
      const id = newId();
      const resolved = await this.admit(actor, input);
      await this.write(INSERT, [...this.values(input, resolved), id]);
      await this.records.link(id, resolved);
      await this.record('project.create', id, input.state, { after: input });
      return this.get(actor, id);
    });
  }

  /** Replaces what is written of a project and its links whole. @throws DomainError not_found, forbidden, invalid, conflict, stale */
  replace(actor: Actor, id: string, version: number, input: ProjectInput): Promise<ProjectDto> {
    return this.database.transaction(async () => {
      const before = await this.held(actor, id);
      const resolved = await this.admit(actor, input);
      if ((await this.write(REPLACE, [...this.values(input, resolved), id, version])) === 0)
        throw stale(before);
      await this.records.link(id, resolved);
      await this.record('project.replace', id, input.state, {
        before: { ...before, history: undefined },
        after: input,
      });
      return this.get(actor, id);
    });
  }

  /** Adds a report; those before it stay. @throws DomainError not_found, forbidden, invalid */
  report(actor: Actor, id: string, input: ProjectReportInput): Promise<ProjectDto> {
    return this.database.transaction(async () => {
      const project = await this.held(actor, id);
      const problems = [
        ...dayProblems('asOf', { on: input.asOf, precision: input.asOfPrecision }),
        ...countProblems('reached', input.reached, input.reachedQualifier),
        ...(input.sources.length === 0 ? [NO_SOURCE] : []),
      ];
      if (problems.length > 0) throw invalidFields(problems);
      await this.database.execute(INSERT_REPORT, [
        newId(),
        id,
        input.asOf ?? null,
        input.asOfPrecision,
        input.percent ?? null,
        input.statusEn ?? null,
        input.statusEs ?? null,
        input.reached ?? null,
        input.reachedQualifier ?? null,
        input.sources,
        actor.userId,
        this.clock.now(),
      ]);
      await this.record('project.report', id, project.state, { after: input });
      return this.get(actor, id);
    });
  }

  /** Puts every row of a file of projects, by key. @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importFile(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    const rows = await projectsImport.read(file);
    return importRows(this.database, rows, (input) => this.put(actor, input), { mode });
  }

  private async put(actor: Actor, input: ProjectInput): Promise<ProjectDto> {
    const known = await this.database.one<{ id: string; version: number }>(
      'SELECT id, version FROM projects WHERE key = $1 FOR UPDATE',
      [input.key],
    );
    if (!known) return this.create(actor, input);
    const { furtherBeneficiaries } = await this.get(actor, known.id);
    return this.replace(actor, known.id, known.version, { furtherBeneficiaries, ...input });
  }

  /** The project, held until the transaction ends, for whoever may write it. */
  private async held(actor: Actor, id: string): Promise<ProjectDto> {
    await this.database.execute('SELECT FROM projects WHERE id = $1 FOR UPDATE', [id]);
    const project = await this.get(actor, id);
    this.access.assertMay(actor, 'project.write', { stateCode: project.state }, PROJECT_NAME);
    return project;
  }

  private async admit(actor: Actor, input: ProjectInput): Promise<ResolvedProject> {
    const resolved = await this.records.resolve(input);
    this.access.assertMay(actor, 'project.write', { stateCode: input.state ?? null }, PROJECT_NAME);
    return resolved;
  }

  private async write(sql: string, values: unknown[]): Promise<number> {
    try {
      return await this.database.execute(sql, values);
    } catch (error) {
      if (!isConstraintViolation(error, 'projects_key_unique')) throw error;
      throw conflict({ en: 'Another project has this key.', es: 'Otro proyecto tiene esta clave.' });
    }
  }

  private values(input: ProjectInput, { executingId, donorId }: ResolvedProject): unknown[] {
    return [
      input.key,
      input.programme,
      input.state ?? null,
      executingId,
      donorId,
      input.titleEn,
      input.titleEs,
      input.amount ?? null,
      input.currency ?? null,
      input.expectedEndOn ?? null,
      input.expectedEndPrecision ?? 'not_stated',
      input.beneficiariesExpected ?? null,
      input.beneficiariesQualifier ?? null,
      input.noteEn ?? null,
      input.noteEs ?? null,
      input.sources ?? [],
      JSON.stringify(input.furtherBeneficiaries ?? []),
      this.clock.now(),
    ];
  }

  private record(
    action: string,
    entityId: string,
    stateCode: string | null | undefined,
    change: { before?: unknown; after: unknown },
  ): Promise<void> {
    return this.audit.record({ action, entity: 'project', entityId, stateCode, ...change });
  }
}

const NO_SOURCE = {
  field: 'sources',
  detail: { en: 'name at least one source', es: 'indique al menos una fuente' },
};
