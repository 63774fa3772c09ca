import { Inject, Injectable } from '@nestjs/common';
import { isUUID as isUuid } from 'class-validator';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, conflict, DomainError, invalid } from '#platform/http';
import type { ApprovalsDto } from './approvals.dto.js';
import { ProgressService } from './progress.service.js';
import { UpdateRecords } from './update-records.js';

/** Approves at once what says that nothing changed: each update for itself, by the rules that hold for one. */
@Injectable()
export class ApprovalsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ProgressService) private readonly progress: ProgressService,
    @Inject(UpdateRecords) private readonly records: UpdateRecords,
  ) {}

  /**
   * Approves each in a transaction of its own, so that one that cannot be approved holds no other back.
   * @returns what was approved, and what was not with the reason, both in the order asked for
   * @throws DomainError invalid for what is no id
   */
  async approveUnchanged(actor: Actor, updateIds: readonly string[]): Promise<ApprovalsDto> {
    if (!updateIds.every((id) => isUuid(id))) throw invalid('updateIds', NO_IDS);
    const result: ApprovalsDto = { approved: [], refused: [] };
    for (const id of new Set(updateIds)) {
      let code: string | null = null;
      try {
        const receipt = await this.database.transaction(async () => {
          const update = await this.records.lock(actor, id);
          ({ code } = update);
          if (!update.noChange) throw conflict(CHANGED);
          return this.progress.approve(actor, id);
        });
        result.approved.push(receipt);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        result.refused.push({ id, code, detailEn: error.detail.en, detailEs: error.detail.es });
      }
    }
    return result;
  }
}

const CHANGED: Bilingual = {
  en: 'This update says more than “no change”. Read it and approve it by itself.',
  es: 'Esta actualización dice algo más que «sin cambios». Léala y apruébela por separado.',
};

const NO_IDS: Bilingual = {
  en: 'must be ids of updates',
  es: 'deben ser identificadores de actualizaciones',
};
