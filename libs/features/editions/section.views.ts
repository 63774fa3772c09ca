import { Inject, Injectable } from '@nestjs/common';
import type { CycleDto } from '#features/cycles';
import { AccessService } from '#features/identity';
import { compared } from '#platform/comparison';
import { Database } from '#platform/database';
import { type Actor, invalid, notFound } from '#platform/http';
import { type Book, BooksService, type NumbersOf } from './books.service.js';
import { SECTION, type SectionState } from './edition.vocabulary.js';
import { firstDraft } from './first-draft.rules.js';
import type { MayTell } from './reference.answers.js';
import { filledIn } from './section.blocks.js';
import { type Section, SectionShelf } from './section.shelf.js';
import type {
  ComparisonDto,
  ComparisonQuery,
  ReferableDto,
  ReferencesQuery,
  SectionVersionDto,
} from './section-readings.dto.js';
import type {
  CompositionDto,
  NumbersSourceDto,
  PreviewDto,
  SectionDto,
  SectionRowDto,
  SectionTextsBody,
} from './sections.dto.js';
import { VERSIONS } from './sections.queries.js';
import { languageState, problemsOf, type SectionTexts, type TextProblem, wordsIn } from './text.checks.js';
import { plain } from './typed-numbers.rules.js';

/** As many as a picker shows. */
const MOST_REFERENCES = 40;

interface VersionRow extends SectionTexts {
  version: number;
  state: SectionState;
  savedAt: Date;
  savedBy: string | null;
}

/** Reading the sections of a report in preparation: as a table, one by one, with their figures, and as they were. */
@Injectable()
export class SectionViews {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(SectionShelf) private readonly shelf: SectionShelf,
    @Inject(BooksService) private readonly books: BooksService,
  ) {}

  /** Every section that the actor may read. @throws DomainError not_found */
  async composition(actor: Actor, cycleKey: string): Promise<CompositionDto> {
    const { cycle, sections } = await this.shelf.all(cycleKey);
    const { book, source } = await this.books.of(cycle);
    const mayTell = this.books.mayTell(actor, cycle);
    const rows = sections
      .filter(({ object }) => this.access.may(actor, 'section.read', object))
      .map((section) =>
        this.row(actor, section, problemsOf(section, section.planned.stateCode, book, mayTell)),
      );
    return {
      cycleKey,
      kind: cycle.kind,
      numbers: sourceDto(source),
      mayPrepare: this.access.may(actor, 'edition.prepare'),
      sections: rows,
    };
  }

  /** @throws DomainError not_found, also for one that the actor may not read */
  async one(actor: Actor, cycleKey: string, key: string): Promise<SectionDto> {
    const { section, book, mayTell } = await this.open(actor, cycleKey, key);
    const problems = problemsOf(section, section.planned.stateCode, book, mayTell);
    const { textEn, textEs } = section;
    return { ...this.row(actor, section, problems), textEn, textEs, problems };
  }

  /** Texts with the figures in place of the references, whether they are saved or not. @throws DomainError not_found */
  async preview(actor: Actor, cycleKey: string, key: string, texts: SectionTextsBody): Promise<PreviewDto> {
    const { section, book, source, mayTell } = await this.open(actor, cycleKey, key);
    return {
      numbers: sourceDto(source),
      textEn: filledIn(texts.textEn, 'en', book, mayTell),
      textEs: filledIn(texts.textEs, 'es', book, mayTell),
      problems: problemsOf(texts, section.planned.stateCode, book, mayTell),
    };
  }

  /** A text to begin with. Empty where the actor may not read what it would be made of. @throws DomainError not_found */
  async suggestion(actor: Actor, cycleKey: string, key: string): Promise<SectionTextsBody> {
    const { section, book, mayTell } = await this.open(actor, cycleKey, key);
    return mayTell(section.planned.stateCode ?? '')
      ? firstDraft(section.planned, book)
      : { textEn: '', textEs: '' };
  }

  /** How a section was, newest first. @throws DomainError not_found */
  async versions(actor: Actor, cycleKey: string, key: string): Promise<SectionVersionDto[]> {
    const { cycle } = await this.open(actor, cycleKey, key);
    return (await this.stored(cycle, key)).map(({ version, state, textEn, textEs, savedAt, savedBy }) => ({
      version,
      state,
      savedAt: savedAt.toISOString(),
      savedBy,
      wordsEn: wordsIn(textEn),
      wordsEs: wordsIn(textEs),
    }));
  }

  /** What became of a section between two versions, word by word. @throws DomainError not_found; invalid without such a version */
  async comparison(
    actor: Actor,
    cycleKey: string,
    key: string,
    { from, to }: ComparisonQuery,
  ): Promise<ComparisonDto> {
    const { cycle } = await this.open(actor, cycleKey, key);
    const stored = await this.stored(cycle, key);
    const [before, after] = [from, to].map((version) => stored.find((each) => each.version === version));
    if (!before || !after)
      throw invalid(before ? 'to' : 'from', {
        en: 'This section has no such version: choose one of its list.',
        es: 'Esta sección no tiene esa versión: elija una de su lista.',
      });
    return { from, to, en: compared(before.textEn, after.textEn), es: compared(before.textEs, after.textEs) };
  }

  /** Figures that a text can refer to, as far as the actor may read them; at most 40. @throws DomainError not_found */
  async references(
    actor: Actor,
    cycleKey: string,
    { q = '', state }: ReferencesQuery,
  ): Promise<ReferableDto[]> {
    const { cycle } = await this.shelf.all(cycleKey);
    const { book } = await this.books.of(cycle);
    const mayTell = this.books.mayTell(actor, cycle);
    const words = plain(q).split(/\s+/).filter(Boolean);
    const found: ReferableDto[] = [];
    for (const each of book.all()) {
      const { reference, label, text, stateCode } = each;
      if (!mayTell(stateCode) || (state && state !== stateCode)) continue;
      // The text of a fact says what happened, not where.
      const whose = book.index.state(stateCode ?? '');
      const said = [reference, label.en, label.es, text.en, text.es, whose?.nameEn, whose?.nameEs];
      const sought = plain(said.join(' '));
      if (words.every((word) => sought.includes(word))) found.push({ ...each, stateCode: stateCode || null });
      if (found.length === MOST_REFERENCES) break;
    }
    return found;
  }

  private async open(
    actor: Actor,
    cycleKey: string,
    key: string,
  ): Promise<Book & { cycle: CycleDto; section: Section; mayTell: MayTell }> {
    const { cycle, section } = await this.shelf.one(cycleKey, key);
    if (!this.access.may(actor, 'section.read', section.object)) throw notFound(SECTION);
    return { cycle, section, ...(await this.books.of(cycle)), mayTell: this.books.mayTell(actor, cycle) };
  }

  private stored(cycle: CycleDto, key: string): Promise<VersionRow[]> {
    return this.database.query<VersionRow & Record<string, unknown>>(VERSIONS, [cycle.id, key]);
  }

  private row(actor: Actor, section: Section, problems: readonly TextProblem[]): SectionRowDto {
    const { planned, desk, stateCode, teamKey, state, note, version, updatedAt, updatedBy } = section;
    const count = (wanted: string): number => problems.filter(({ kind }) => kind === wanted).length;
    return {
      key: planned.key,
      title: planned.title,
      desk,
      stateCode,
      teamKey,
      state,
      note,
      languages: languageState(section),
      wordsEn: wordsIn(section.textEn),
      wordsEs: wordsIn(section.textEs),
      unresolved: count('unresolved'),
      untranslated: count('untranslated'),
      contradictions: count('contradiction'),
      version,
      updatedAt: updatedAt?.toISOString() ?? null,
      updatedBy,
      mayWrite: this.access.may(actor, 'section.write', section.object),
    };
  }
}

const sourceDto = (source: NumbersOf): NumbersSourceDto =>
  'live' in source
    ? { live: true, snapshotId: null, snapshotNumber: null }
    : { live: false, snapshotId: source.snapshotId, snapshotNumber: source.snapshotNumber };
