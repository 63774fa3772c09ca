import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import type { CycleDto } from '#features/cycles';
import { AccessService } from '#features/identity';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, conflict, DomainError, invalid, notFound, stale } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { BooksService } from './books.service.js';
import { sectionReturned } from './edition.topics.js';
import { SECTION } from './edition.vocabulary.js';
import { mayMoveTo, ownerProblems, stateAfterWriting } from './section.rules.js';
import { type Section, SectionShelf } from './section.shelf.js';
import {
  type SectionDto,
  type SectionOwnerBody,
  type SectionStateBody,
  type SectionTextsBody,
} from './sections.dto.js';
import { SECTION_LOCK, SECTION_SAVE, VERSION_BEGIN, VERSION_CONTINUE } from './sections.queries.js';
import { SectionViews } from './section.views.js';
import { isBlocking, problemsOf, sentenceOf, wordsIn } from './text.checks.js';

/** What one person saves within this time is one version of a section. */
const ONE_SITTING_MS = 10 * 60_000;

const NOTE_MISSING: Bilingual = {
  en: 'Say what is to be changed: who answers for the section reads it.',
  es: 'Indique qué debe cambiar: lo lee quien responde por la sección.',
};

/** Writing the sections of a report: texts, states, owners. */
@Injectable()
export class SectionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(SectionShelf) private readonly shelf: SectionShelf,
    @Inject(BooksService) private readonly books: BooksService,
    @Inject(SectionViews) private readonly views: SectionViews,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Replaces both texts. @throws DomainError not_found; forbidden; stale; conflict when it is final */
  save(
    actor: Actor,
    cycleKey: string,
    key: string,
    version: number,
    body: SectionTextsBody,
  ): Promise<SectionDto> {
    return this.change(actor, cycleKey, key, version, 'report_section.save', (section) => {
      this.access.assertMay(actor, 'section.write', section.object, SECTION);
      if (section.state === 'final')
        throw conflict({
          en: 'This section is final. The Secretariat can open it again.',
          es: 'Esta sección es definitiva. La Secretaría puede reabrirla.',
        });
      return { ...section, ...body, state: stateAfterWriting(section.state, body) };
    });
  }

  /**
   * Hands a section in, takes it back, gives it back with a note, or says that it is done; the last two are the Secretariat's.
   * @throws DomainError not_found; forbidden; stale; conflict when nothing is written; invalid when a reference resolves to nothing,
   *   or without a note to who has to change the text
   */
  move(
    actor: Actor,
    cycleKey: string,
    key: string,
    version: number,
    { to, note }: SectionStateBody,
  ): Promise<SectionDto> {
    return this.change(actor, cycleKey, key, version, 'report_section.move', async (section, cycle) => {
      this.access.assertMay(actor, 'section.write', section.object, SECTION);
      const refusal = mayMoveTo(section.state, to, this.access.may(actor, 'edition.prepare'));
      if (refusal === 'forbidden') throw new DomainError('forbidden');
      if (refusal) throw conflict(refusal);
      if (to === 'final') await this.assertResolves(section, cycle);
      if (to === 'returned') {
        if (!note?.trim()) throw invalid('note', NOTE_MISSING);
        await this.outbox.publish(sectionReturned, { cycleId: cycle.id, key });
        return { ...section, state: to, note: note.trim() };
      }
      // What was asked for stays beside the text until somebody has seen that it was done.
      return { ...section, state: to, note: to === 'final' ? null : section.note };
    });
  }

  /** Says who answers for a section. @throws DomainError not_found; forbidden; stale; invalid */
  assign(
    actor: Actor,
    cycleKey: string,
    key: string,
    version: number,
    body: SectionOwnerBody,
  ): Promise<SectionDto> {
    return this.change(actor, cycleKey, key, version, 'report_section.assign', async (section) => {
      this.access.assertMay(actor, 'edition.prepare');
      const { desk, stateCode = null, teamKey = null } = body;
      const [state, team] = [desk === 'state' ? stateCode : null, desk === 'team' ? teamKey : null];
      const known = await this.database.one<{ state: boolean; team: boolean }>(
        `SELECT EXISTS (SELECT FROM states WHERE code = $1) AS state, EXISTS (SELECT FROM teams WHERE key = $2) AS team`,
        [state, team],
      );
      const [problem] = ownerProblems(desk, known?.state ?? false, known?.team ?? false);
      if (problem) throw invalid(problem.field, problem.detail);
      return { ...section, desk, stateCode: state, teamKey: team };
    });
  }

  private async assertResolves(section: Section, cycle: CycleDto): Promise<void> {
    const { book } = await this.books.of(cycle);
    const first = problemsOf(section, section.planned.stateCode, book).find(isBlocking);
    if (!first) return;
    const sentence = sentenceOf(first);
    throw invalid(first.lang === 'en' ? 'textEn' : 'textEs', {
      en: `Line ${first.line}: ${sentence.en}`,
      es: `Línea ${first.line}: ${sentence.es}`,
    });
  }

  private change(
    actor: Actor,
    cycleKey: string,
    key: string,
    version: number,
    action: string,
    decide: (section: Section, cycle: CycleDto) => Section | Promise<Section>,
  ): Promise<SectionDto> {
    return this.database.transaction(async () => {
      await this.database.query(SECTION_LOCK, [cycleKey, key]);
      const { cycle, section } = await this.shelf.one(cycleKey, key);
      if (!this.access.may(actor, 'section.read', section.object)) throw notFound(SECTION);
      const after = await decide(section, cycle);
      if (section.version !== version) throw stale(await this.views.one(actor, cycleKey, key));
      await this.store(actor, cycle, { ...after, version: version + 1 });
      await this.audit.record({
        action,
        entity: 'report_section',
        entityId: `${cycleKey}/${key}`,
        stateCode: after.object.stateCode,
        before: factsOf(section),
        after: factsOf(after),
      });
      return this.views.one(actor, cycleKey, key);
    });
  }

  private async store(actor: Actor, cycle: CycleDto, section: Section): Promise<void> {
    const { planned, desk, stateCode, teamKey, state, textEn, textEs, note, version } = section;
    const now = this.clock.now();
    await this.database.execute(SECTION_SAVE, [
      cycle.id,
      planned.key,
      desk,
      stateCode,
      teamKey,
      state,
      textEn,
      textEs,
      version,
      actor.userId,
      now,
      note,
    ]);
    const values = [cycle.id, planned.key, version, state, textEn, textEs, actor.userId, now];
    const since = new Date(now.getTime() - ONE_SITTING_MS);
    if ((await this.database.execute(VERSION_CONTINUE, [...values, since])) === 0)
      await this.database.execute(VERSION_BEGIN, values);
  }
}

/** What the trail tells of a section; its texts stand in its versions. */
const factsOf = ({
  desk,
  stateCode,
  teamKey,
  state,
  note,
  textEn,
  textEs,
}: Section): Record<string, unknown> => ({
  desk,
  stateCode,
  teamKey,
  state,
  note,
  wordsEn: wordsIn(textEn),
  wordsEs: wordsIn(textEs),
});
