import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { UpdateDetailQueries } from '#features/progress';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { type Actor, type Bilingual, conflict, invalid, notFound } from '#platform/http';
import { correctionsIn, findingsOf, type PlacedFinding } from './cycle-findings.rules.js';
import type { AnswerFinding, CycleFindings, FindingDto } from './findings.dto.js';
import { type CycleMaterial, FindingsQueries } from './findings.queries.js';
import { noteOf, noteOfCorrection, type DataNote } from './data-notes.js';

const FINDING: Bilingual = { en: 'finding', es: 'el hallazgo' };
const CYCLE: Bilingual = { en: 'cycle', es: 'el ciclo' };

/** What the checks find in figures, and what people answer. Finding blocks nothing; answering changes no figure. */
@Injectable()
export class FindingsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(UpdateDetailQueries) private readonly updates: UpdateDetailQueries,
    @Inject(FindingsQueries) private readonly queries: FindingsQueries,
  ) {}

  /** One look at an update: its figures, its texts, its commitment’s earlier figures, its State’s others. @throws DomainError not_found */
  async ofUpdate(actor: Actor, id: string): Promise<FindingDto[]> {
    const { material, findings } = await this.lookAtUpdate(actor, id);
    return findings.map((finding) => this.view(actor, material, finding));
  }

  /**
   * Everything found in a cycle, in what was handed in or approved.
   * @throws DomainError not_found for an unknown cycle or a State that the actor does not work with
   */
  async ofCycle(actor: Actor, cycleKey: string, stateCode?: string): Promise<CycleFindings> {
    const reach = this.access.reachOf(actor, 'submission.read').working;
    if (stateCode !== undefined && reach !== 'all' && !reach.includes(stateCode)) throw notFound(CYCLE);
    const stateCodes = stateCode === undefined ? (reach === 'all' ? null : reach) : [stateCode];
    const material = await this.material({ cycleKey, stateCodes });
    const findings = findingsOf(material, this.today());
    return {
      cycleKey,
      total: findings.length,
      answered: findings.filter(({ answer }) => answer !== null).length,
      findings: findings.map((finding) => this.view(actor, material, finding)),
      corrections: correctionsIn(material, findings),
    };
  }

  /** Answers a finding of an update. @throws DomainError not_found when it does not stand any more, conflict, forbidden, invalid */
  answerInUpdate(actor: Actor, id: string, fingerprint: string, input: AnswerFinding): Promise<FindingDto> {
    return this.database.transaction(async () => {
      const { material, findings } = await this.lookAtUpdate(actor, id);
      return this.answer(actor, material, findings, fingerprint, input);
    });
  }

  /** Answers a finding of a fact that stands free. @throws DomainError not_found, conflict, forbidden, invalid */
  answerInFact(actor: Actor, id: string, fingerprint: string, input: AnswerFinding): Promise<FindingDto> {
    return this.database.transaction(async () => {
      const place = await this.database.one<{ cycleKey: string; stateCode: string }>(
        `SELECT c.key AS "cycleKey", f.state_code AS "stateCode" FROM facts f JOIN cycles c ON c.id = f.cycle_id WHERE f.id = $1 AND f.update_id IS NULL`,
        [id],
      );
      if (!place || !this.access.may(actor, 'submission.read', place)) throw notFound(FINDING);
      const material = await this.material({ cycleKey: place.cycleKey, stateCodes: [place.stateCode] });
      const findings = findingsOf(material, this.today()).filter(({ subject }) => subject.id === id);
      return this.answer(actor, material, findings, fingerprint, input);
    });
  }

  /** The data notes of a cycle’s report: what was found in the approved figures, with the answers; corrections besides. */
  async notesOf(cycleId: string): Promise<DataNote[]> {
    const keys = await this.queries.cyclesOfReport(cycleId);
    const notes: DataNote[] = [];
    for (const cycleKey of keys) {
      const material = await this.material({ cycleKey, stateCodes: null, approvedOnly: true });
      const findings = findingsOf(material, this.today());
      notes.push(...findings.map(noteOf), ...correctionsIn(material, findings).map(noteOfCorrection));
    }
    return notes;
  }

  private async answer(
    actor: Actor,
    material: CycleMaterial,
    findings: readonly PlacedFinding[],
    fingerprint: string,
    input: AnswerFinding,
  ): Promise<FindingDto> {
    const finding = findings.find((each) => each.fingerprint === fingerprint);
    if (!finding) throw notFound(FINDING);
    const { subject } = finding;
    this.access.assertMay(actor, 'finding.answer', objectOf(finding), FINDING);
    if (isFrozen(material))
      throw conflict({
        en: 'The cycle is endorsed: its findings and answers are frozen.',
        es: 'El ciclo está refrendado: sus hallazgos y respuestas quedaron fijados.',
      });
    const [textEn, textEs] = [input.textEn?.trim() || null, input.textEs?.trim() || null];
    if (textEn === null && textEs === null)
      throw invalid('textEn', {
        en: 'Say in English or in Spanish why it is so.',
        es: 'Diga en inglés o en español por qué es así.',
      });
    const [id, at] = [newId(), this.clock.now()];
    await this.database.execute(
      `INSERT INTO finding_answers (id, cycle_id, state_code, commitment_id, fingerprint, check_key, found_en, found_es, about, answer, text_en, text_es, author_id, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        id,
        material.cycleId,
        subject.stateCode,
        subject.commitmentId,
        fingerprint,
        finding.check,
        finding.detail.en,
        finding.detail.es,
        finding.factCode ?? subject.code,
        input.answer,
        textEn,
        textEs,
        actor.userId,
        at,
      ],
    );
    await this.audit.record({
      action: 'finding.answer',
      entity: subject.kind,
      entityId: subject.id,
      stateCode: subject.stateCode,
      before: finding.answer ? { answer: finding.answer.answer } : undefined,
      after: { finding: finding.detail.en, check: finding.check, fingerprint, answer: input.answer },
      reason: textEn ?? textEs,
    });
    const answer = { answer: input.answer, textEn, textEs, authorName: actor.name, at: at.toISOString() };
    return { ...this.view(actor, material, finding), answer };
  }

  private async lookAtUpdate(
    actor: Actor,
    id: string,
  ): Promise<{ material: CycleMaterial; findings: PlacedFinding[] }> {
    const { cycleKey, stateCode } = await this.updates.get(actor, id);
    if (!this.access.may(actor, 'submission.read', { stateCode })) throw notFound(FINDING);
    const material = await this.material({ cycleKey, stateCodes: [stateCode], updateId: id });
    const findings = findingsOf(material, this.today()).filter(({ subject }) => subject.id === id);
    return { material, findings };
  }

  private async material(query: {
    cycleKey: string;
    stateCodes: readonly string[] | null;
    updateId?: string;
    approvedOnly?: boolean;
  }): Promise<CycleMaterial> {
    const material = await this.queries.material({ ...query, today: this.today() });
    if (!material) throw notFound(CYCLE);
    return material;
  }

  private view(actor: Actor, material: CycleMaterial, finding: PlacedFinding): FindingDto {
    const { subject, title, detail, figure, answer, fingerprint, check, field } = finding;
    const isUpdate = subject.kind === 'update';
    return {
      ...{ fingerprint, check, field, titleEn: title.en, titleEs: title.es },
      ...{
        detailEn: detail.en,
        detailEs: detail.es,
        figureEn: figure?.en ?? null,
        figureEs: figure?.es ?? null,
      },
      ...{
        figureId: finding.figureId,
        factId: isUpdate ? finding.factId : subject.id,
        factCode: finding.factCode,
      },
      ...{ updateId: isUpdate ? subject.id : null, commitmentId: subject.commitmentId },
      code: isUpdate ? subject.code : null,
      stateCode: subject.stateCode,
      answer: answer && {
        answer: answer.answer,
        textEn: answer.textEn,
        textEs: answer.textEs,
        authorName: answer.authorName,
        at: answer.at,
      },
      mayAnswer: !isFrozen(material) && this.access.may(actor, 'finding.answer', objectOf(finding)),
    };
  }

  private today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }
}

const isFrozen = ({ cycleState }: CycleMaterial): boolean =>
  cycleState === 'endorsed' || cycleState === 'published';

const objectOf = ({ subject }: PlacedFinding) => ({
  stateCode: subject.stateCode,
  commitmentId: subject.commitmentId,
  focalPointIds: subject.focalPointIds,
  institutionIds: subject.leadInstitutionIds,
});
