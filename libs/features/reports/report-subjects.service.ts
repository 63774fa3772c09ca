import { Inject, Injectable } from '@nestjs/common';
import { AccessService } from '#features/identity';
import { SnapshotsService } from '#features/rollups';
import { type Actor, invalid } from '#platform/http';
import { sheetSubjects, type SheetSubject } from './report.subjects.js';
import { isSheetKind, type Paper } from './report.vocabulary.js';

/** Which short papers the snapshots hold enough for. */
@Injectable()
export class ReportSubjects {
  constructor(
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(SnapshotsService) private readonly snapshots: SnapshotsService,
  ) {}

  /** Those of the newest snapshot of a cycle. @throws DomainError forbidden; conflict when the cycle has none yet */
  async list(actor: Actor, cycleKey: string): Promise<SheetSubject[]> {
    this.access.assertMay(actor, 'report.generate');
    const { id } = await this.snapshots.latestOf(cycleKey);
    return sheetSubjects(await this.snapshots.content(id));
  }

  /** @throws DomainError invalid when a short paper is about what the snapshot does not hold */
  async assertHeld(snapshotId: string, { kind, subject }: Paper): Promise<void> {
    if (!isSheetKind(kind)) return;
    const held = sheetSubjects(await this.snapshots.content(snapshotId)).filter((each) => each.kind === kind);
    if (held.some((each) => each.subject === subject)) return;
    const known = held.map((each) => each.subject).join(', ');
    if (known === '')
      throw invalid('kind', {
        en: 'This snapshot holds nothing for this kind: choose another kind, or another cycle.',
        es: 'Esta instantánea no contiene nada para este tipo: elija otro tipo u otro ciclo.',
      });
    throw invalid('subject', {
      en: `This snapshot holds nothing about ${subject}. Choose one of: ${known}.`,
      es: `Esta instantánea no contiene nada sobre ${subject}. Elija entre: ${known}.`,
    });
  }
}
