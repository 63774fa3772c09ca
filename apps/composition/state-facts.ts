import { Global, Inject, Injectable, Module } from '@nestjs/common';
import { type PresidencyTerm, StateFacts } from '#features/identity';
import { StatesModule, StatesService } from '#features/states';
import { Database } from '#platform/database';

/** Answers the identity room's questions about States and teams, whose rooms rank after it. */
@Injectable()
class FactsOfStates extends StateFacts {
  constructor(
    @Inject(StatesService) private readonly states: StatesService,
    @Inject(Database) private readonly database: Database,
  ) {
    super();
  }

  async zoneOf(stateCode: string): Promise<string | undefined> {
    return (await this.states.list()).find((state) => state.code === stateCode)?.timeZone;
  }

  presidencyTermsOf(stateCode: string): Promise<PresidencyTerm[]> {
    return this.states.presidencyTermsOf(stateCode);
  }

  hasInstitution(stateCode: string | null, institutionId: string): Promise<boolean> {
    return this.has('SELECT 1 FROM institutions WHERE id = $1 AND (state_code IS NULL OR state_code = $2)', [
      institutionId,
      stateCode,
    ]);
  }

  hasTeam(teamKey: string): Promise<boolean> {
    return this.has('SELECT 1 FROM teams WHERE key = $1', [teamKey]);
  }

  private async has(sql: string, values: unknown[]): Promise<boolean> {
    return (await this.database.one(sql, values)) !== undefined;
  }
}

@Global()
@Module({
  imports: [StatesModule],
  providers: [{ provide: StateFacts, useClass: FactsOfStates }],
  exports: [StateFacts],
})
export class StateFactsModule {}
