import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { CyclesService } from '#features/cycles';
import { AccessService } from '#features/identity';
import { WITHDRAWN } from '#features/stories';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { type Actor, conflict, notFound } from '#platform/http';
import { Outbox, topic } from '#platform/outbox';
import { RegionalLayer, withoutWithdrawnParts } from './regional-layer.js';
import { RollupsService } from './rollups.service.js';
import { SnapshotAssembly } from './snapshot-assembly.service.js';
import type { SnapshotContent } from './snapshot.content.js';
import { NEXT_SNAPSHOT_NUMBER, SNAPSHOT_LIST } from './snapshot.queries.js';
import { checkSnapshot, differingParts, type Snapshot as Frozen } from './snapshot.rules.js';

/** A cycle's numbers were frozen. */
export const regionEndorsed = topic<{ cycleId: string; snapshotId: string }>('region.endorsed');

export interface SnapshotView {
  id: string;
  cycleKey: string;
  number: number;
  sha256: string;
  summary: Record<string, unknown>;
  createdAt: string;
  createdBy: string | null;
  /** Whether the cycle was published. */
  published: boolean;
}

export interface SnapshotVerification {
  id: string;
  sha256: string;
  /** The stored text has the stored hash. */
  intact: boolean;
  /** The rows that the snapshot names give the same text again. */
  recomputed: boolean;
  /** What differs, by part, when they do not. */
  differences: string[];
}

const SNAPSHOT = { en: 'snapshot', es: 'instantánea' };

/** Freezes a cycle's numbers with everything behind them, and checks them again on any later day. */
@Injectable()
export class SnapshotsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(CyclesService) private readonly cycles: CyclesService,
    @Inject(RollupsService) private readonly rollups: RollupsService,
    @Inject(RegionalLayer) private readonly layer: RegionalLayer,
    @Inject(SnapshotAssembly) private readonly assembly: SnapshotAssembly,
  ) {}

  /**
   * Endorses the region's cycle: recomputes every number, freezes it and closes the review, all or nothing.
   * @throws DomainError not_found; forbidden; conflict when the cycle is not in review or a State is not accepted
   */
  endorse(cycleKey: string, actor: Actor): Promise<SnapshotView> {
    return this.database.transaction(async () => {
      this.access.assertMay(actor, 'region.endorse');
      const cycle = await this.cycles.get(cycleKey);
      await this.cycles.markEndorsed(cycle.id);
      await this.rollups.recomputeCycle(cycle.id);
      const frozen = await this.assembly.freeze(cycle.id);
      return this.store(cycle.id, frozen, actor);
    });
  }

  async list(cycleKey?: string): Promise<SnapshotView[]> {
    return this.database.query<SnapshotView & Record<string, unknown>>(SNAPSHOT_LIST, [
      cycleKey ?? null,
      null,
    ]);
  }

  /** @throws DomainError not_found */
  async get(id: string): Promise<SnapshotView> {
    const found = await this.database.one<SnapshotView & Record<string, unknown>>(SNAPSHOT_LIST, [null, id]);
    if (!found) throw notFound(SNAPSHOT);
    return found;
  }

  /** Those that the actor may know of: all for who reads the whole region, else those of published cycles. */
  async visible(actor: Actor, cycleKey?: string): Promise<SnapshotView[]> {
    const snapshots = await this.list(cycleKey);
    return this.access.reachOf(actor, 'snapshot.read').submitted === 'all'
      ? snapshots
      : snapshots.filter(({ published }) => published);
  }

  /** @throws DomainError not_found, also for one that the actor may not know of */
  async visibleOne(actor: Actor, id: string): Promise<SnapshotView> {
    const snapshot = (await this.visible(actor)).find((each) => each.id === id);
    if (!snapshot) throw notFound(SNAPSHOT);
    return snapshot;
  }

  /** The newest snapshot of a cycle. @throws DomainError conflict when the cycle has none yet */
  async latestOf(cycleKey: string): Promise<SnapshotView> {
    const [latest] = await this.list(cycleKey);
    if (!latest)
      throw conflict({
        en: 'This cycle has no snapshot yet: reports are made once the region is endorsed.',
        es: 'Este ciclo aún no tiene instantánea: los informes se generan una vez refrendada la región.',
      });
    return latest;
  }

  /** What was frozen, without stories and photos whose consent was taken back since. @throws DomainError not_found */
  async content(id: string): Promise<SnapshotContent> {
    const { canonical, createdAt } = await this.frozen(id);
    const content = JSON.parse(canonical) as SnapshotContent;
    const withdrawn = await this.layer.withdrawnAfter(createdAt);
    if (withdrawn.size === 0) return content;
    const regional = withoutWithdrawnParts(content.others.regional, withdrawn);
    return { ...content, others: { ...content.others, regional } };
  }

  /** What a snapshot of the cycle would hold if it were frozen now. @throws DomainError not_found */
  async live(cycleKey: string): Promise<SnapshotContent> {
    const cycle = await this.cycles.get(cycleKey);
    return JSON.parse((await this.assembly.freeze(cycle.id)).canonical) as SnapshotContent;
  }

  /** Whether `content` gives less than it gave at a time: consent to one of its stories or photos was taken back since. */
  async shortenedSince(id: string, at: Date): Promise<boolean> {
    const withdrawn = await this.layer.withdrawnAfter(at);
    if (withdrawn.size === 0) return false;
    const found = await this.database.one(
      `SELECT FROM snapshots s JOIN ${WITHDRAWN} t ON t.id = ANY ($2::uuid[]) AND t.withdrawn_at > s.created_at
        WHERE s.id = $1 AND strpos(s.canonical, t.id::text) > 0 LIMIT 1`,
      [id, [...withdrawn.keys()]],
    );
    return found !== undefined;
  }

  /** Checks the stored text against its hash, and against the rows that it names as they are today. */
  async verify(id: string): Promise<SnapshotVerification> {
    const stored = await this.frozen(id);
    const again = await this.assembly.recompute(JSON.parse(stored.canonical) as SnapshotContent);
    return {
      id,
      sha256: stored.sha256,
      intact: checkSnapshot(stored).ok,
      recomputed: again.sha256 === stored.sha256,
      differences: again.sha256 === stored.sha256 ? [] : differingParts(stored, again),
    };
  }

  private async store(cycleId: string, frozen: Frozen, actor: Actor): Promise<SnapshotView> {
    const id = newId();
    const content = JSON.parse(frozen.canonical) as SnapshotContent;
    const region = content.cells.find((cell) => cell.level === 'region');
    const summary = {
      commitments: region?.commitments ?? 0,
      reported: region?.reported ?? 0,
      meanPercent: region?.meanPercent ?? null,
      meanOfStates: region?.meanOfStates ?? null,
      updates: content.updates.length,
      facts: content.facts.length,
      figures: content.figures.length,
    };
    const { number } = (await this.database.one<{ number: number }>(NEXT_SNAPSHOT_NUMBER, [cycleId])) ?? {
      number: 1,
    };
    await this.database.execute(
      `INSERT INTO snapshots (id, cycle_id, number, sha256, canonical, summary, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        cycleId,
        number,
        frozen.sha256,
        frozen.canonical,
        JSON.stringify(summary),
        this.clock.now(),
        actor.userId,
      ],
    );
    await this.audit.record({
      action: 'region.endorse',
      entity: 'snapshot',
      entityId: id,
      after: { cycleId, number, sha256: frozen.sha256, ...summary },
    });
    await this.outbox.publish(regionEndorsed, { cycleId, snapshotId: id });
    return this.get(id);
  }

  private async frozen(id: string): Promise<Frozen & { createdAt: Date }> {
    const row = await this.database.one<{ canonical: string; sha256: string; createdAt: Date }>(
      'SELECT canonical, sha256, created_at AS "createdAt" FROM snapshots WHERE id = $1',
      [id],
    );
    if (!row) throw notFound(SNAPSHOT);
    return row;
  }
}
