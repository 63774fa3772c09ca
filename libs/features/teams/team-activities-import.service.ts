import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Actor } from '#platform/http';
import { type ImportFile, type ImportMode, type ImportResult, importRows } from '#platform/tables';
import { teamActivitiesImport } from './team-activity.import.js';
import type { CreateTeamActivity, TeamActivityDto } from './team-work.dto.js';
import { WorkplansService } from './workplans.service.js';

/** Takes workplans from files. */
@Injectable()
export class TeamActivitiesImport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WorkplansService) private readonly workplans: WorkplansService,
  ) {}

  /** Puts every activity of a file into its workplan. @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importFile(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    const rows = await teamActivitiesImport.read(file);
    return importRows(this.database, rows, (row) => this.put(actor, row), { mode });
  }

  private async put(actor: Actor, activity: CreateTeamActivity): Promise<TeamActivityDto> {
    const { teamKey, year, ...input } = activity;
    const known = await this.database.one<{ id: string; version: number }>(
      'SELECT id, version FROM team_activities WHERE team_key = $1 AND year = $2 AND text_en = $3 FOR UPDATE',
      [teamKey, year, input.textEn],
    );
    return known
      ? this.workplans.changeActivity(actor, known.id, known.version, input)
      : this.workplans.createActivity(actor, activity);
  }
}
