import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { StatesService } from '#features/states';
import { isDay, localDay } from '#platform/calendar';
import { Clock } from '#platform/clock';
import { Database, isConstraintViolation, newId } from '#platform/database';
import { type Actor, conflict, invalid } from '#platform/http';
import { Outbox } from '#platform/outbox';
import type { CommitmentContent, PlanContent } from './plan.content.js';
import { PlanDrafts } from './plan-drafts.js';
import type { AdoptInput, PlanChange, PlanDto, ReviseInput } from './plan.dto.js';
import { planAdopted } from './plan.events.js';
import { problemsOfCommitments, refusalToAdopt } from './plan.rules.js';
import type { PlanBasis } from './plan.vocabulary.js';
import { PlanWriter } from './plan.writer.js';
import { PLAN, PlansQueries } from './plans.queries.js';
import { PlanTemplatesService } from './plan-templates.service.js';

const INSERT = `
  INSERT INTO plans (id, state_code, version_number, title_en, title_es, basis, note_en, note_es, published_commitments,
         published_source, published_source_url, published_note_en, published_note_es)
  SELECT $1, $2, coalesce(max(version_number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 FROM plans WHERE state_code = $2`;

const DESCRIBE = `
  UPDATE plans SET title_en = $2, title_es = $3, basis = $4, note_en = $5, note_es = $6, published_commitments = $7,
         published_source = $8, published_source_url = $9, published_note_en = $10, published_note_es = $11
   WHERE id = $1`;

type Header = Omit<PlanContent, 'template' | 'commitments'> & { basis: PlanBasis };

/** Plan versions from their first word to their adoption and to the next revision. */
@Injectable()
export class PlansService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(StatesService) private readonly states: StatesService,
    @Inject(PlansQueries) private readonly queries: PlansQueries,
    @Inject(PlanDrafts) private readonly drafts: PlanDrafts,
    @Inject(PlanWriter) private readonly writer: PlanWriter,
    @Inject(PlanTemplatesService) private readonly templates: PlanTemplatesService,
  ) {}

  /**
   * Begins a plan: empty, with its commitments, or from a template; all or nothing, any number of commitments.
   * @throws DomainError not_found, forbidden, invalid; conflict when the State already has a draft
   */
  create(actor: Actor, content: PlanContent): Promise<PlanDto> {
    return this.database.transaction(async () => {
      await this.states.get(content.stateCode);
      this.access.assertMay(
        actor,
        'plan.edit',
        { stateCode: content.stateCode, visibility: 'published' },
        PLAN,
      );
      const { basis, commitments, ...notes } = await this.startOf(content);
      await this.writer.check(content.stateCode, (known) => problemsOfCommitments(commitments, known));
      const { template } = content;
      return this.begin(actor, { ...content, ...notes, basis }, commitments, {
        action: 'plan.create',
        after: { template },
      });
    });
  }

  /** Changes what the draft says of itself. @throws DomainError as every edit of a draft */
  describe(actor: Actor, planId: string, version: number, change: PlanChange): Promise<PlanDto> {
    return this.drafts.edit(actor, planId, version, async ({ stateCode }) => {
      const plan = await this.queries.get(actor, planId);
      const { titleEn, titleEs, basis } = change;
      const must = {
        titleEn: titleEn ?? plan.titleEn,
        titleEs: titleEs ?? plan.titleEs,
        basis: basis ?? plan.basis,
      };
      await this.database.execute(DESCRIBE, [planId, ...headerOf({ ...plan, ...change, ...must })]);
      const before = Object.fromEntries(
        Object.keys(change).map((key) => [key, plan[key as keyof PlanChange]]),
      );
      const trace = { action: 'plan.describe', before, after: change };
      await this.audit.record({ ...trace, entity: 'plan', entityId: planId, stateCode });
      return this.queries.get(actor, planId);
    });
  }

  /** Throws a draft away; commitments that were never adopted go with it. @throws DomainError as every edit of a draft */
  discard(actor: Actor, planId: string, version: number): Promise<void> {
    return this.drafts.edit(actor, planId, version, async ({ stateCode }) => {
      const before = await this.queries.get(actor, planId);
      await this.database.execute('DELETE FROM plans WHERE id = $1', [planId]);
      await this.writer.forgetUnadopted(stateCode);
      await this.audit.record({
        action: 'plan.discard',
        entity: 'plan',
        entityId: planId,
        stateCode,
        before,
      });
    });
  }

  /**
   * Puts a draft into force; the version that was in force is superseded. From then on nobody edits it.
   * @param version the one that the caller saw
   * @throws DomainError not_found, forbidden, stale, invalid; conflict when it was adopted already or is not complete
   */
  adopt(actor: Actor, planId: string, version: number, input: AdoptInput = {}): Promise<PlanDto> {
    return this.database.transaction(async () => {
      const { stateCode } = await this.drafts.admit(actor, 'plan.adopt', planId);
      const adoptedOn = await this.dayOfAdoption(stateCode, input.adoptedOn);
      const superseded = await this.database.one<{ id: string }>(
        `UPDATE plans SET status = 'superseded', version = version + 1, updated_at = now()
          WHERE state_code = $1 AND status = 'adopted' AND id <> $2 RETURNING id`,
        [stateCode, planId],
      );
      const adopted = await this.database.execute(
        `UPDATE plans SET status = 'adopted', adopted_on = $3, version = version + 1, updated_at = now()
          WHERE id = $1 AND version = $2 AND status = 'draft'`,
        [planId, version, adoptedOn],
      );
      if (adopted === 0) throw await this.drafts.refusal(actor, planId);
      const plan = await this.queries.get(actor, planId);
      const refusal = refusalToAdopt(plan.commitments.map((commitment) => commitment.weight ?? null));
      if (refusal) throw conflict(refusal);
      const supersededPlanId = superseded?.id ?? null;
      const after = { adoptedOn, supersededPlanId, commitments: plan.commitmentCount };
      await this.audit.record({ action: 'plan.adopt', entity: 'plan', entityId: planId, stateCode, after });
      await this.outbox.publish(planAdopted, { planId, stateCode, supersededPlanId });
      return plan;
    });
  }

  /**
   * Begins the next version from the plan in force: the same commitments with the same codes, to be edited.
   * @throws DomainError not_found, forbidden; conflict when it is not the one in force or a draft is there already
   */
  revise(actor: Actor, planId: string, input: ReviseInput = {}): Promise<PlanDto> {
    return this.database.transaction(async () => {
      await this.drafts.admit(actor, 'plan.edit', planId);
      const source = await this.queries.get(actor, planId);
      if (source.status !== 'adopted')
        throw conflict({
          en: 'Only the plan in force can be revised.',
          es: 'Solo se puede revisar el plan vigente.',
        });
      const trace = { action: 'plan.revise', after: { revisedPlanId: planId }, reason: input.reason };
      return this.begin(actor, source, source.commitments, trace);
    });
  }

  /** Writes the new draft with its trace. */
  private async begin(
    actor: Actor,
    header: Header,
    commitments: readonly CommitmentContent[],
    trace: { action: string; after: object; reason?: string },
  ): Promise<PlanDto> {
    const id = newId();
    const { stateCode } = header;
    try {
      await this.database.execute(INSERT, [id, stateCode, ...headerOf(header)]);
    } catch (error) {
      if (
        !isConstraintViolation(error, 'plans_one_draft') &&
        !isConstraintViolation(error, 'plans_state_version_number')
      )
        throw error;
      throw conflict({
        en: 'The State already has a draft plan. Edit or discard that one.',
        es: 'El Estado ya tiene un borrador de plan. Edite o descarte ese borrador.',
      });
    }
    await this.writer.add(stateCode, id, 1, commitments);
    const after = {
      ...trace.after,
      titleEn: header.titleEn,
      basis: header.basis,
      commitments: commitments.length,
    };
    await this.audit.record({ ...trace, entity: 'plan', entityId: id, stateCode, after });
    return this.queries.get(actor, id);
  }

  private async startOf(content: PlanContent): Promise<{
    basis: PlanBasis;
    commitments: CommitmentContent[];
    noteEn?: string | null;
    noteEs?: string | null;
  }> {
    const { template, noteEn, noteEs } = content;
    const commitments = content.commitments ?? [];
    if (!template) return { basis: 'own', commitments, noteEn, noteEs };
    if (commitments.length > 0)
      throw invalid('template', {
        en: 'cannot stand together with commitments; choose one',
        es: 'no puede ir junto con compromisos; elija uno',
      });
    const start = await this.templates.find(template);
    if (!start) throw invalid('template', { en: 'is no template', es: 'no es una plantilla' });
    const { noteEn: fromEn, noteEs: fromEs } = start;
    return {
      basis: 'regional_template',
      commitments: start.commitments,
      noteEn: noteEn ?? fromEn,
      noteEs: noteEs ?? fromEs,
    };
  }

  private async dayOfAdoption(stateCode: string, asked: string | null | undefined): Promise<string | null> {
    const { timeZone } = await this.states.get(stateCode);
    const today = localDay(this.clock.now(), timeZone);
    if (asked === undefined) return today;
    if (asked === null) return null;
    if (!isDay(asked))
      throw invalid('adoptedOn', { en: 'is not a day of the calendar', es: 'no es un día del calendario' });
    if (asked > today) throw invalid('adoptedOn', { en: 'lies in the future', es: 'es una fecha futura' });
    return asked;
  }
}

/** The columns that INSERT and DESCRIBE share, in their order. */
const headerOf = (header: Header): unknown[] => [
  header.titleEn,
  header.titleEs,
  header.basis,
  header.noteEn ?? null,
  header.noteEs ?? null,
  header.publishedCommitments ?? null,
  header.publishedSource ?? null,
  header.publishedSourceUrl ?? null,
  header.publishedNoteEn ?? null,
  header.publishedNoteEs ?? null,
];
