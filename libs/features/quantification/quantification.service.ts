import { Inject, Injectable } from '@nestjs/common';
import { type AuditedKind, AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Database, newId } from '#platform/database';
import { type Actor, type FieldProblem, invalid, invalidFields, notAsSeen, unknownKey } from '#platform/http';
import { type ImportFile, type ImportMode, type ImportResult, importRows } from '#platform/tables';
import type {
  ContributionDto,
  ContributionInput,
  ContributionsQuery,
  GapRowDto,
  NeedDto,
  NeedInput,
  NeedsQuery,
  RateDto,
  RateInput,
} from './quantification.dto.js';
import { gapsOf } from './quantification.gaps.js';
import { quantificationImport } from './quantification.import.js';
import {
  CONTRIBUTIONS,
  NEEDS,
  PUT_CONTRIBUTION,
  PUT_NEED,
  PUT_RATE,
  RATES,
} from './quantification.queries.js';

type Row<T> = T & Record<string, unknown>;

interface Known extends Record<string, unknown> {
  commitmentId: string | null;
  commitmentState: string | null;
  projectId: string | null;
  projectState: string | null;
  state: boolean;
  area: boolean;
}

/** A row to be written: how it is read, how it is written, and what the audit says of it. */
interface Put {
  action: string;
  entity: AuditedKind;
  entityId: string;
  stateCode: string | null;
  seen: number | undefined;
  /** The field by which the caller named it. */
  by: string;
  read: [sql: string, values: unknown[]];
  write: [sql: string, values: unknown[]];
}

const CONTRIBUTION_STATE = `
  SELECT coalesce(k.state_code, c.state_code, p.state_code) AS state FROM contributions k
    LEFT JOIN commitments c ON c.id = k.commitment_id LEFT JOIN projects p ON p.id = k.project_id WHERE k.key = $1`;

const KNOWN = `
  SELECT c.id AS "commitmentId", c.state_code AS "commitmentState", p.id AS "projectId", p.state_code AS "projectState",
         $3::text IS NULL OR EXISTS (SELECT FROM states WHERE code = $3) AS state,
         $4::text IS NULL OR EXISTS (SELECT FROM areas WHERE key = $4) AS area
    FROM (SELECT 1) one LEFT JOIN commitments c ON c.code = $1 LEFT JOIN projects p ON p.key = $2`;

/** What commitments cost, who pays, and what remains. */
@Injectable()
export class QuantificationService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  /** What remains to be funded in a year. */
  gaps(year: number, currency: string): Promise<GapRowDto[]> {
    return gapsOf(this.database, year, currency);
  }

  needs({ year, state, commitment }: NeedsQuery): Promise<NeedDto[]> {
    return this.database.jsonRows<Row<NeedDto>>(NEEDS, [year ?? null, state ?? null, commitment ?? null]);
  }

  contributions({
    year,
    state,
    commitment,
    supportPlatform,
  }: ContributionsQuery): Promise<ContributionDto[]> {
    const values = [year ?? null, state ?? null, commitment ?? null, supportPlatform ?? null, null];
    return this.database.jsonRows<Row<ContributionDto>>(CONTRIBUTIONS, values);
  }

  rates(): Promise<RateDto[]> {
    return this.database.jsonRows<Row<RateDto>>(RATES, [null, null, null]);
  }

  /**
   * Writes the need of a commitment in a year, in place of the one before.
   * @param seen the version that the caller saw, 0: none; left out: whatever is there (files, seeds)
   * @throws DomainError invalid, forbidden, stale
   */
  putNeed(actor: Actor, input: NeedInput, seen?: number): Promise<NeedDto> {
    return this.database.transaction(async () => {
      const known = await this.known(input.commitment, null, null, null);
      const problems = [
        ...(known.commitmentId ? [] : [unknownKey('commitment', input.commitment)]),
        ...(input.ownResources || input.cooperationSought ? [] : [NO_AMOUNT]),
        ...noSource(input.sources),
      ];
      if (problems.length > 0) throw invalidFields(problems);
      const stateCode = known.commitmentState;
      this.access.assertMay(actor, 'quantification.write', { stateCode });
      return this.put<NeedDto>({
        ...{ action: 'need.put', entity: 'commitment', entityId: known.commitmentId ?? '', stateCode, seen },
        by: 'commitment',
        read: [NEEDS, [input.year, null, known.commitmentId]],
        write: [
          PUT_NEED,
          [
            ...[newId(), known.commitmentId, input.year, input.currency],
            ...[input.ownResources ?? null, input.cooperationSought ?? null, input.sources],
          ],
        ],
      });
    });
  }

  /** Writes a contribution under its key. @param seen as of a need @throws DomainError invalid, forbidden, stale */
  putContribution(actor: Actor, input: ContributionInput, seen?: number): Promise<ContributionDto> {
    return this.database.transaction(async () => {
      const { key, commitment = null, project = null, state = null, area = null } = input;
      const known = await this.known(commitment, project, state, area);
      const problems = [
        ...(commitment && !known.commitmentId ? [unknownKey('commitment', commitment)] : []),
        ...(project && !known.projectId ? [unknownKey('project', project)] : []),
        ...(known.state ? [] : [unknownKey('state', state ?? '')]),
        ...(known.area ? [] : [unknownKey('area', area ?? '')]),
        ...(sameState(state, known.commitmentState, known.projectState) ? [] : [OTHER_STATE]),
        ...noSource(input.sources),
      ];
      if (problems.length > 0) throw invalidFields(problems);
      const stateCode = state ?? known.commitmentState ?? known.projectState;
      this.access.assertMay(actor, 'quantification.write', { stateCode });
      await this.lock('contribution.put', key);
      const before = await this.database.one<{ state: string | null }>(CONTRIBUTION_STATE, [key]);
      if (before) this.access.assertMay(actor, 'quantification.write', { stateCode: before.state });
      return this.put<ContributionDto>({
        ...{ action: 'contribution.put', entity: 'contribution', entityId: key, stateCode, seen },
        by: 'key',
        read: [CONTRIBUTIONS, [null, null, null, null, key]],
        write: [
          PUT_CONTRIBUTION,
          [
            ...[newId(), key, input.year, input.contributorEn, input.contributorEs],
            ...[input.supportPlatformMember ?? false, known.projectId, known.commitmentId, state, area],
            ...[input.amount, input.currency, input.sources, input.announced ?? false],
          ],
        ],
      });
    });
  }

  /** States a rate for a day, in place of the one before. @param seen as of a need @throws DomainError invalid, forbidden, stale */
  putRate(actor: Actor, input: RateInput, seen?: number): Promise<RateDto> {
    return this.database.transaction(async () => {
      this.access.assertMay(actor, 'quantification.write', {});
      if (input.from === input.to)
        throw invalid('to', { en: 'must be another currency', es: 'debe ser otra moneda' });
      if (Number(input.rate) === 0)
        throw invalid('rate', { en: 'must be above zero', es: 'debe ser mayor que cero' });
      const { from, to, rate, asOf, source } = input;
      return this.put<RateDto>({
        ...{ action: 'exchange_rate.put', entity: 'exchange_rate', entityId: `${from}:${to}:${asOf}` },
        ...{ stateCode: null, seen },
        by: 'asOf',
        read: [RATES, [from, to, asOf]],
        write: [PUT_RATE, [newId(), from, to, rate, asOf, source]],
      });
    });
  }

  /** Puts every row of a file of needs. @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importFile(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    const rows = await quantificationImport.read(file);
    return importRows(this.database, rows, (input) => this.putNeed(actor, input), { mode });
  }

  /** Writes a row in place of the one that the caller saw, one writer of a thing after the other. */
  private async put<T extends { version: number }>({ read, write, seen, by, ...what }: Put): Promise<T> {
    await this.lock(what.action, what.entityId);
    const [before] = await this.database.jsonRows<Row<T>>(...read);
    if (seen !== undefined && seen !== (before?.version ?? 0)) throw notAsSeen(seen, by, before ?? null);
    await this.database.execute(...write);
    const [after] = await this.database.jsonRows<Row<T>>(...read);
    await this.audit.record({ ...what, before, after });
    return after as T;
  }

  /** Until the transaction ends; taking it again waits for nobody. */
  private async lock(action: string, entityId: string): Promise<void> {
    await this.database.execute('SELECT pg_advisory_xact_lock(hashtext($1))', [`${action} ${entityId}`]);
  }

  private async known(...keys: (string | null)[]): Promise<Known> {
    return (await this.database.one<Known>(KNOWN, keys)) as Known;
  }
}

/** Whether all that name a State name the same. */
const sameState = (...codes: (string | null)[]): boolean => new Set(codes.filter(Boolean)).size < 2;

const OTHER_STATE: FieldProblem = {
  field: 'state',
  detail: {
    en: 'must be that of the commitment and the project',
    es: 'debe ser el del compromiso y el del proyecto',
  },
};

const NO_AMOUNT: FieldProblem = {
  field: 'cooperationSought',
  detail: {
    en: 'give own resources, cooperation sought, or both',
    es: 'indique recursos propios, cooperación solicitada, o ambos',
  },
};

const noSource = (sources: readonly string[]): FieldProblem[] =>
  sources.some((source) => source.trim() !== '')
    ? []
    : [{ field: 'sources', detail: { en: 'name at least one source', es: 'indique al menos una fuente' } }];
