import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Clock } from '#platform/clock';
import { Database, isConstraintViolation, newId } from '#platform/database';
import { type Actor, type Bilingual, conflict, invalid, notFound, stale } from '#platform/http';
import { type ImportFile, type ImportMode, type ImportResult, importRows } from '#platform/tables';
import type { PledgeDto } from './pledge.dto.js';
import type { PledgeInput, PledgeUpdateInput } from './pledge.input.js';
import { pledgesImport } from './pledge.import.js';
import { PledgeRecords, type ResolvedPledge } from './pledge-records.js';
import { type StageProblem, statedStage } from './pledge.rules.js';
import { inWhoseName, PLEDGE_NAME, type PledgeHome, PledgesReading } from './pledges-reading.js';

const INSERT = `
  INSERT INTO pledges (key, forum_key, form, types, title_en, title_es, description_en, description_es, submitter_state_code,
                       submitter_institution_id, team_key, linked_global_pledge_en, linked_global_pledge_es, sources, inferred, created_at,
                       updated_at, id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16, $17)`;

const REPLACE = `
  UPDATE pledges SET key = $1, forum_key = $2, form = $3, types = $4, title_en = $5, title_es = $6, description_en = $7,
         description_es = $8, submitter_state_code = $9, submitter_institution_id = $10, team_key = $11, linked_global_pledge_en = $12,
         linked_global_pledge_es = $13, sources = $14, inferred = $15, updated_at = $16, version = version + 1
   WHERE id = $17 AND version = $18`;

const INSERT_UPDATE = `
  INSERT INTO pledge_updates (id, pledge_id, number, stated_stage, reason, derived_stage, account_en, account_es, as_of, sources,
                              author_id, created_at)
  SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11 FROM pledge_updates WHERE pledge_id = $2`;

/** Pledges, the commitments that carry them out, and the one update that each has in force. */
@Injectable()
export class PledgesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(PledgeRecords) private readonly records: PledgeRecords,
    @Inject(PledgesReading) private readonly reading: PledgesReading,
  ) {}

  /** @throws DomainError forbidden; invalid with every key that stands for nothing; conflict when the key is taken */
  create(actor: Actor, input: PledgeInput): Promise<PledgeDto> {
    return this.database.transaction(async () => {
      const id = newId();
      const resolved = await this.admit(actor, input);
      await this.write(INSERT, [...this.values(input, resolved), id]);
      await this.records.link(id, resolved);
      await this.audit.record({
        action: 'pledge.create',
        entity: 'pledge',
        entityId: id,
        stateCode: resolved.stateCode,
        after: input,
      });
      return this.reading.get(actor, id);
    });
  }

  /** Replaces what is written of a pledge, its areas and its links whole. @throws DomainError not_found, forbidden, invalid, conflict, stale */
  replace(actor: Actor, id: string, version: number, input: PledgeInput): Promise<PledgeDto> {
    return this.database.transaction(async () => {
      const home = await this.home(actor, id);
      const before = await this.reading.get(actor, id);
      const resolved = await this.admit(actor, input);
      if ((await this.write(REPLACE, [...this.values(input, resolved), id, version])) === 0)
        throw stale(before);
      await this.records.link(id, resolved);
      await this.audit.record({
        action: 'pledge.replace',
        entity: 'pledge',
        entityId: id,
        stateCode: resolved.stateCode ?? home.stateCode,
        before: written(before),
        after: input,
      });
      return this.reading.get(actor, id);
    });
  }

  /**
   * Gives a pledge a new update, which takes the place of the one in force.
   * @throws DomainError not_found, forbidden; invalid when a stage is stated against the commitments without a reason, or when
   * neither a person nor a commitment gives any stage
   */
  report(actor: Actor, id: string, input: PledgeUpdateInput): Promise<PledgeDto> {
    return this.database.transaction(async () => {
      const home = await this.home(actor, id);
      const derived = await this.reading.derivedStage(actor, id);
      const stated = statedStage(input, derived);
      if (typeof stated === 'string')
        throw invalid(stated === 'reason_missing' ? 'reason' : 'stage', SAY[stated]);
      const now = this.clock.now();
      await this.database.execute(
        'UPDATE pledge_updates SET superseded_at = $2 WHERE pledge_id = $1 AND superseded_at IS NULL',
        [id, now],
      );
      await this.database.execute(INSERT_UPDATE, [
        newId(),
        id,
        stated?.stage ?? null,
        stated?.reason ?? null,
        derived,
        input.accountEn ?? null,
        input.accountEs ?? null,
        input.asOf ?? now.toISOString().slice(0, 10),
        input.sources ?? [],
        actor.userId,
        now,
      ]);
      await this.audit.record({
        action: stated ? 'pledge.override_stage' : 'pledge.report',
        entity: 'pledge',
        entityId: id,
        stateCode: home.stateCode,
        before: { derivedStage: derived },
        after: { ...input, stage: stated?.stage ?? null },
        reason: stated?.reason,
      });
      return this.reading.get(actor, id);
    });
  }

  /** Puts every row of a file of pledges, by key. @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importFile(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    const rows = await pledgesImport.read(file);
    return importRows(this.database, rows, (input) => this.put(actor, input), { mode });
  }

  private async put(actor: Actor, input: PledgeInput): Promise<PledgeDto> {
    const known = await this.database.one<{ id: string; version: number }>(
      'SELECT id, version FROM pledges WHERE key = $1 FOR UPDATE',
      [input.key],
    );
    return known ? this.replace(actor, known.id, known.version, input) : this.create(actor, input);
  }

  /** The pledge, held until the transaction ends, for whoever may write it. */
  private async home(actor: Actor, id: string): Promise<PledgeHome> {
    const home = await this.database.one<PledgeHome & Record<string, unknown>>(
      `SELECT coalesce(p.submitter_state_code, i.state_code) AS "stateCode", p.team_key AS "teamKey"
         FROM pledges p LEFT JOIN institutions i ON i.id = p.submitter_institution_id WHERE p.id = $1 FOR UPDATE OF p`,
      [id],
    );
    if (!home) throw notFound(PLEDGE_NAME);
    this.access.assertMay(actor, 'pledge.write', inWhoseName(home), PLEDGE_NAME);
    return home;
  }

  private async admit(actor: Actor, input: PledgeInput): Promise<ResolvedPledge> {
    const resolved = await this.records.resolve(input);
    const home = { stateCode: resolved.stateCode, teamKey: input.team ?? null };
    this.access.assertMay(actor, 'pledge.write', inWhoseName(home), PLEDGE_NAME);
    return resolved;
  }

  private async write(sql: string, values: unknown[]): Promise<number> {
    try {
      return await this.database.execute(sql, values);
    } catch (error) {
      if (!isConstraintViolation(error, 'pledges_key_unique')) throw error;
      throw conflict({ en: 'Another pledge has this key.', es: 'Otra promesa tiene esta clave.' });
    }
  }

  private values(input: PledgeInput, { institutionId }: ResolvedPledge): unknown[] {
    return [
      input.key,
      input.forum,
      input.form,
      input.types ?? [],
      input.titleEn,
      input.titleEs,
      input.descriptionEn ?? null,
      input.descriptionEs ?? null,
      input.submitterState ?? null,
      institutionId,
      input.team ?? null,
      input.linkedGlobalPledgeEn ?? null,
      input.linkedGlobalPledgeEs ?? null,
      input.sources ?? [],
      input.inferred ?? [],
      this.clock.now(),
    ];
  }
}

/** What a person wrote, without what follows from it. */
function written(pledge: PledgeDto): PledgeInput {
  const {
    key,
    forum,
    form,
    types,
    titleEn,
    titleEs,
    descriptionEn,
    descriptionEs,
    submitterState,
    submitterInstitution,
  } = pledge;
  const { team, linkedGlobalPledgeEn, linkedGlobalPledgeEs, areas, inferred, sources, linkedCommitments } =
    pledge;
  return {
    ...{
      key,
      forum,
      form,
      types,
      titleEn,
      titleEs,
      descriptionEn,
      descriptionEs,
      submitterState,
      submitterInstitution,
    },
    ...{ team, linkedGlobalPledgeEn, linkedGlobalPledgeEs, areas, inferred, sources },
    commitments: linkedCommitments.map(({ code }) => code),
  };
}

const SAY: Record<StageProblem, Bilingual> = {
  nothing_to_derive: {
    en: 'No linked commitment has an approved update: state the stage yourself, with a reason.',
    es: 'Ningún compromiso vinculado tiene una actualización aprobada: indique usted la etapa, con un motivo.',
  },
  reason_missing: {
    en: 'The stage differs from what the linked commitments say: give the reason.',
    es: 'La etapa difiere de la que dan los compromisos vinculados: indique el motivo.',
  },
};
