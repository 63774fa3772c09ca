import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { CyclesService } from '#features/cycles';
import { AccessService, tookPart } from '#features/identity';
import { SnapshotsService } from '#features/rollups';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, newId } from '#platform/database';
import { type Actor, conflict, invalidFields, notFound, stale } from '#platform/http';
import { Storage } from '#platform/storage';
import { BooksService } from './books.service.js';
import { frozenForm, frozenTexts, problemsBeforeEdition } from './edition.texts.js';
import { tellEditionPages } from './edition.topics.js';
import { EDITION } from './edition.vocabulary.js';
import type { CreateEdition, ReportEditionDto } from './editions.dto.js';
import { allMade, type EditionRow, editionDto, noteProblems, whyNotPublished } from './edition.rules.js';
import {
  APPROVE,
  EDITION_AGAIN,
  EDITION_INSERT,
  EDITION_PUBLISH,
  EDITIONS,
  EDITIONS_OF_CYCLE,
  FILES_DROP,
  WITHDRAW,
} from './editions.queries.js';
import { SectionShelf } from './section.shelf.js';

interface Known {
  id: string;
  number: number;
  state: string;
}

type Approver = 'presidency' | 'secretariat';

/** What somebody must hold to approve for either. */
const PERMISSION = { presidency: 'edition.endorse', secretariat: 'edition.prepare' } as const;

/** Editions of reports: put together from a snapshot and final texts, approved by two, published, never changed afterwards. */
@Injectable()
export class EditionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(CyclesService) private readonly cycles: CyclesService,
    @Inject(SnapshotsService) private readonly snapshots: SnapshotsService,
    @Inject(SectionShelf) private readonly shelf: SectionShelf,
    @Inject(BooksService) private readonly books: BooksService,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** Published ones; who prepares or approves them sees the others as well. Newest first. */
  async list(actor: Actor, cycleKey?: string): Promise<ReportEditionDto[]> {
    return (await this.rows(actor, cycleKey ?? null, null)).map((row) => this.dto(actor, row));
  }

  /** @throws DomainError not_found, also for one that the actor may not see */
  async get(actor: Actor, cycleKey: string, number: number): Promise<ReportEditionDto> {
    return this.dto(actor, await this.row(actor, cycleKey, number));
  }

  /**
   * Freezes the final texts beside the newest snapshot. While an edition is in preparation it is put together again, which
   * undoes its approvals and drops its files.
   * @throws DomainError forbidden; conflict without a snapshot; invalid with everything that is not ready, each with its place
   */
  async prepare(actor: Actor, { cycleKey, noteEn, noteEs }: CreateEdition): Promise<ReportEditionDto> {
    this.access.assertMay(actor, 'edition.prepare');
    const { cycle, sections } = await this.shelf.all(cycleKey);
    const snapshot = await this.snapshots.latestOf(cycleKey);
    const problems = problemsBeforeEdition(sections, await this.books.ofSnapshot(snapshot.id));
    const { texts, sha256 } = frozenForm(frozenTexts(sections));
    const [number, dropped] = await this.database.transaction(async () => {
      const known = await this.database.query<Known & Record<string, unknown>>(EDITIONS_OF_CYCLE, [cycle.id]);
      const preparing = known.find(({ state }) => state === 'preparing');
      const next = preparing?.number ?? (known[0]?.number ?? 0) + 1;
      const all = [...problems, ...noteProblems(next, noteEn, noteEs)];
      if (all.length > 0) throw invalidFields(all);
      const id = preparing?.id ?? newId();
      const content = [noteEn ?? null, noteEs ?? null, texts, sha256, actor.userId, this.clock.now()];
      if (preparing) await this.database.execute(EDITION_AGAIN, [id, snapshot.id, ...content]);
      else await this.database.execute(EDITION_INSERT, [id, cycle.id, next, snapshot.id, ...content]);
      await this.tell('edition.prepare', id, { number: next, snapshotId: snapshot.id, textsSha256: sha256 });
      return [next, await this.database.query<{ storageKey: string | null }>(FILES_DROP, [id])] as const;
    });
    for (const { storageKey } of dropped) if (storageKey !== null) await this.storage.delete(storageKey);
    return this.get(actor, cycleKey, number);
  }

  /**
   * Approves for the Presidency or for the Secretariat; nobody for both.
   * @throws DomainError not_found; forbidden; stale; conflict when its files are not made, or the same person approved already
   */
  approve(
    actor: Actor,
    cycleKey: string,
    number: number,
    version: number,
    as: Approver,
  ): Promise<ReportEditionDto> {
    return this.database.transaction(async () => {
      const row = await this.row(actor, cycleKey, number);
      this.access.assertMay(actor, PERMISSION[as], {}, EDITION);
      if (row.version !== version) throw stale(this.dto(actor, row));
      if (!allMade(row.files))
        throw conflict({
          en: 'Its files are not made yet: what is approved is what people will read.',
          es: 'Sus archivos aún no están hechos: se aprueba lo que la gente va a leer.',
        });
      if (tookPart(actor, [as === 'presidency' ? row.secretariatBy : row.presidencyBy]))
        throw conflict({
          en: 'Two persons approve an edition: you have approved it already.',
          es: 'Dos personas aprueban una edición: usted ya la aprobó.',
        });
      const now = this.clock.now();
      const changed = await this.database.execute(APPROVE[as], [actor.userId, now, row.id, version]);
      if (changed === 0) throw conflict({ en: 'It is approved already.', es: 'Ya está aprobada.' });
      await this.tell('edition.approve', row.id, { number, as });
      return this.get(actor, cycleKey, number);
    });
  }

  /**
   * Takes an approval back; whoever speaks for the Presidency or for the Secretariat may, also when somebody else gave it.
   * @throws DomainError not_found; forbidden; stale; conflict when there is none, or the edition is published
   */
  withdrawApproval(
    actor: Actor,
    cycleKey: string,
    number: number,
    version: number,
    as: Approver,
  ): Promise<ReportEditionDto> {
    return this.database.transaction(async () => {
      const row = await this.row(actor, cycleKey, number);
      this.access.assertMay(actor, PERMISSION[as], {}, EDITION);
      if (row.version !== version) throw stale(this.dto(actor, row));
      if ((await this.database.execute(WITHDRAW[as], [row.id, version])) === 0)
        throw conflict(
          row.state === 'published'
            ? {
                en: 'It is published: an erratum is the next edition.',
                es: 'Ya está publicada: una fe de erratas es la edición siguiente.',
              }
            : { en: 'It is not approved.', es: 'No está aprobada.' },
        );
      await this.tell('edition.withdraw_approval', row.id, { number, as });
      return this.get(actor, cycleKey, number);
    });
  }

  /**
   * Shows an edition to everybody, for good.
   * @throws DomainError not_found; forbidden; stale; conflict when an approval is missing or its cycle is not published
   */
  publish(actor: Actor, cycleKey: string, number: number, version: number): Promise<ReportEditionDto> {
    return this.database.transaction(async () => {
      const row = await this.row(actor, cycleKey, number);
      this.access.assertMay(actor, 'edition.prepare', {}, EDITION);
      if (row.version !== version) throw stale(this.dto(actor, row));
      const refusal = whyNotPublished(row, (await this.cycles.get(cycleKey)).state);
      if (refusal) throw conflict(refusal);
      const now = this.clock.now();
      const changed = await this.database.execute(EDITION_PUBLISH, [row.id, version, now]);
      if (changed === 0) throw stale(await this.get(actor, cycleKey, number));
      await this.tell('edition.publish', row.id, { number, textsSha256: row.textsSha256 });
      return this.get(actor, cycleKey, number);
    });
  }

  /** @throws DomainError not_found, also for one that the actor may not see */
  async row(actor: Actor, cycleKey: string, number: number): Promise<EditionRow> {
    const [row] = await this.rows(actor, cycleKey, number);
    if (!row) throw notFound(EDITION);
    return row;
  }

  private rows(actor: Actor, cycleKey: string | null, number: number | null): Promise<EditionRow[]> {
    return this.database.query<EditionRow & Record<string, unknown>>(EDITIONS, [
      this.seesAll(actor),
      cycleKey,
      number,
    ]);
  }

  private dto(actor: Actor, row: EditionRow): ReportEditionDto {
    return editionDto(row, this.seesAll(actor), this.config.publicUrl);
  }

  private seesAll(actor: Actor): boolean {
    return this.access.reachOf(actor, 'edition.read').submitted === 'all';
  }

  private tell(action: string, entityId: string, after: Record<string, unknown>): Promise<void> {
    tellEditionPages(this.database);
    return this.audit.record({ action, entity: 'edition', entityId, after });
  }
}
