import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Database, newId } from '#platform/database';
import { type Actor, type FieldProblem, invalid, invalidFields } from '#platform/http';
import { type ImportFile, type ImportMode, type ImportResult, importRows } from '#platform/tables';
import type {
  ContributionInput,
  GapRowDto,
  NeedDto,
  NeedInput,
  NeedsQuery,
  RateInput,
} from './quantification.dto.js';
import { quantificationImport } from './quantification.import.js';
import { CONTRIBUTIONS, GAPS, NEEDS, PUT_CONTRIBUTION, PUT_NEED } from './quantification.queries.js';
import { gapOf, type Money, type StatedRate, totalIn } from './quantification.rules.js';

type Row<T> = T & Record<string, unknown>;

interface Sums extends Record<string, unknown> {
  scope: GapRowDto['scope'];
  key: string | null;
  quantified: number;
  sums: (Money & { kind: 'own' | 'sought' | 'funded' })[];
  rates: StatedRate[];
}

interface Known extends Record<string, unknown> {
  commitmentId: string | null;
  commitmentState: string | null;
  projectId: string | null;
  projectState: string | null;
  state: boolean;
  area: boolean;
}

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

  /** The gap of the region, of each State and of each shared area in a year, in one currency, by the rates of its last day. */
  async gaps(year: number, currency: string): Promise<GapRowDto[]> {
    const day = `${year}-12-31`;
    const rows = await this.database.jsonRows<Sums>(GAPS, [year], 'quantification_gaps');
    return rows.map(({ scope, key, quantified, sums, rates }) => {
      const of = (kind: string): Money[] => sums.filter((sum) => sum.kind === kind);
      return {
        ...{ scope, key, quantified },
        ownResources: totalIn(currency, of('own'), rates, day),
        ...gapOf(currency, of('sought'), of('funded'), rates, day),
      };
    });
  }

  needs({ year, state, commitment }: NeedsQuery): Promise<NeedDto[]> {
    return this.database.jsonRows<Row<NeedDto>>(NEEDS, [year ?? null, state ?? null, commitment ?? null]);
  }

  contributions(year?: number): Promise<ContributionInput[]> {
    return this.database.jsonRows<Row<ContributionInput>>(CONTRIBUTIONS, [year ?? null]);
  }

  rates(): Promise<RateInput[]> {
    return this.database.jsonRows<Row<RateInput>>(
      `SELECT from_currency AS "from", to_currency AS "to", trim_scale(rate)::text AS rate, as_of AS "asOf", source
         FROM exchange_rates ORDER BY from_currency, to_currency, as_of DESC`,
    );
  }

  /** Writes the need of a commitment in a year, in place of the one before. @throws DomainError invalid, not_found, forbidden */
  putNeed(actor: Actor, input: NeedInput): Promise<void> {
    return this.database.transaction(async () => {
      const known = await this.known(input.commitment, null, null, null);
      const problems = [
        ...(known.commitmentId ? [] : [unknown('commitment', input.commitment)]),
        ...(input.ownResources || input.cooperationSought ? [] : [NO_AMOUNT]),
        ...noSource(input.sources),
      ];
      if (problems.length > 0) throw invalidFields(problems);
      this.access.assertMay(actor, 'quantification.write', { stateCode: known.commitmentState });
      await this.database.execute(PUT_NEED, [
        newId(),
        known.commitmentId,
        input.year,
        input.currency,
        input.ownResources ?? null,
        input.cooperationSought ?? null,
        input.sources,
      ]);
      await this.audit.record({
        action: 'need.put',
        entity: 'commitment',
        entityId: known.commitmentId ?? '',
        stateCode: known.commitmentState,
        after: input,
      });
    });
  }

  /** Writes a contribution under its key. @throws DomainError invalid, forbidden */
  putContribution(actor: Actor, input: ContributionInput): Promise<void> {
    return this.database.transaction(async () => {
      const { commitment = null, project = null, state = null, area = null } = input;
      const known = await this.known(commitment, project, state, area);
      const problems = [
        ...(commitment && !known.commitmentId ? [unknown('commitment', commitment)] : []),
        ...(project && !known.projectId ? [unknown('project', project)] : []),
        ...(known.state ? [] : [unknown('state', state ?? '')]),
        ...(known.area ? [] : [unknown('area', area ?? '')]),
        ...noSource(input.sources),
      ];
      if (problems.length > 0) throw invalidFields(problems);
      const stateCode = state ?? known.commitmentState ?? known.projectState;
      this.access.assertMay(actor, 'quantification.write', { stateCode });
      await this.database.execute(PUT_CONTRIBUTION, [
        newId(),
        input.key,
        input.year,
        input.contributorEn,
        input.contributorEs,
        input.supportPlatformMember ?? false,
        known.projectId,
        known.commitmentId,
        state,
        area,
        input.amount,
        input.currency,
        input.sources,
      ]);
      const entityId = input.key;
      await this.audit.record({
        ...{ action: 'contribution.put', entity: 'contribution', entityId, stateCode, after: input },
      });
    });
  }

  /** States a rate for a day, in place of the one before. @throws DomainError invalid, forbidden */
  putRate(actor: Actor, input: RateInput): Promise<void> {
    return this.database.transaction(async () => {
      this.access.assertMay(actor, 'quantification.write', {});
      if (input.from === input.to)
        throw invalid('to', { en: 'must be another currency', es: 'debe ser otra moneda' });
      if (Number(input.rate) === 0)
        throw invalid('rate', { en: 'must be above zero', es: 'debe ser mayor que cero' });
      const { from, to, rate, asOf, source } = input;
      await this.database.execute(
        `INSERT INTO exchange_rates (id, from_currency, to_currency, rate, as_of, source) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (from_currency, to_currency, as_of) DO UPDATE SET rate = $4, source = $6`,
        [newId(), from, to, rate, asOf, source],
      );
      await this.audit.record({
        action: 'exchange_rate.put',
        entity: 'exchange_rate',
        entityId: `${from}:${to}:${asOf}`,
        after: input,
      });
    });
  }

  /** Puts every row of a file of needs. @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importFile(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    const rows = await quantificationImport.read(file);
    return importRows(this.database, rows, (input) => this.putNeed(actor, input), { mode });
  }

  private async known(...keys: (string | null)[]): Promise<Known> {
    return (await this.database.one<Known>(KNOWN, keys)) as Known;
  }
}

const unknown = (field: string, key: string): FieldProblem => ({
  field,
  detail: { en: `nothing is known under “${key}”`, es: `no se conoce nada con «${key}»` },
});

const NO_AMOUNT: FieldProblem = {
  field: 'cooperationSought',
  detail: {
    en: 'give own resources, cooperation sought, or both',
    es: 'indique recursos propios, cooperación solicitada, o ambos',
  },
};

const noSource = (sources: readonly string[]): FieldProblem[] =>
  sources.length > 0
    ? []
    : [{ field: 'sources', detail: { en: 'name at least one source', es: 'indique al menos una fuente' } }];
