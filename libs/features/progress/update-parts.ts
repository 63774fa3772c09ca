import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type Bilingual, invalid } from '#platform/http';
import { EvidenceRows } from './evidence-rows.js';
import { type FactPlace, FactRows } from './fact-rows.js';
import { percentFromMilestones } from './milestone.rules.js';
import type { MilestonePercentDto, UpdateBody } from './update.dto.js';

/** What the parts of an update hang on. */
export type Owner = Pick<FactPlace, 'cycleId' | 'stateCode' | 'areaKey'> & {
  id: string;
  commitmentId: string;
};

export type Parts = Pick<UpdateBody, 'facts' | 'evidence' | 'milestones'>;

/** Facts, evidence and milestones of updates. */
@Injectable()
export class UpdateParts {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FactRows) private readonly facts: FactRows,
    @Inject(EvidenceRows) private readonly evidence: EvidenceRows,
  ) {}

  /** Replaces each part that is given; what is left out stays. @throws DomainError invalid */
  async replace(owner: Owner, parts: Parts): Promise<void> {
    if (parts.facts) {
      await this.facts.removeOf(owner.id);
      await this.facts.insert(parts.facts, { updateId: owner.id, ...placeOf(owner) });
    }
    if (parts.evidence) await this.evidence.replaceOf(owner, parts.evidence);
    if (parts.milestones) await this.replaceMilestones(owner, parts.milestones);
  }

  /** All parts of an update, in the shape in which they are written; for the next revision. */
  async of(updateId: string): Promise<Required<Parts>> {
    return {
      facts: await this.facts.of(updateId),
      evidence: await this.evidence.of(updateId),
      milestones: await this.milestonesOf(updateId),
    };
  }

  milestonesOf(updateId: string): Promise<MilestonePercentDto[]> {
    return this.database.query<MilestonePercentDto>(
      'SELECT milestone_id AS "milestoneId", percent::float8 AS percent FROM update_milestones WHERE update_id = $1 ORDER BY milestone_id',
      [updateId],
    );
  }

  /** The percent of a commitment by its milestones of the plan in force; null as long as one of them has none. */
  async milestonePercent(updateId: string, commitmentVersionId: string | null): Promise<string | null> {
    const milestones = await this.database.query<{ weight: string; percent: string | null }>(
      `SELECT m.weight::text, r.percent::text FROM milestones m LEFT JOIN update_milestones r ON r.milestone_id = m.id AND r.update_id = $1
        WHERE m.commitment_version_id = $2 ORDER BY m.position`,
      [updateId, commitmentVersionId],
    );
    return percentFromMilestones(milestones).percent;
  }

  private async replaceMilestones(owner: Owner, milestones: readonly MilestonePercentDto[]): Promise<void> {
    await this.database.execute('DELETE FROM update_milestones WHERE update_id = $1', [owner.id]);
    const written = await this.database.execute(
      `INSERT INTO update_milestones (update_id, milestone_id, percent)
       SELECT $1, m.id, r.percent FROM json_to_recordset($2) AS r("milestoneId" uuid, percent numeric)
         JOIN milestones m ON m.id = r."milestoneId"
         JOIN commitment_versions v ON v.id = m.commitment_version_id AND v.commitment_id = $3
       ON CONFLICT DO NOTHING`,
      [owner.id, JSON.stringify(milestones), owner.commitmentId],
    );
    if (written !== milestones.length) throw invalid('milestones', NOT_ITS_MILESTONES);
  }
}

const placeOf = ({ cycleId, stateCode, areaKey }: Owner): Omit<FactPlace, 'updateId'> => ({
  cycleId,
  stateCode,
  areaKey,
  section: null,
});

const NOT_ITS_MILESTONES: Bilingual = {
  en: 'Name each milestone of this commitment at most once, and no others.',
  es: 'Nombre cada hito de este compromiso una sola vez, y ningún otro.',
};
