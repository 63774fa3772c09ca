import { Global, Inject, Injectable, Module } from '@nestjs/common';
import { type PresidencyTerm, StateFacts } from '#features/identity';
import { StatesModule, StatesService } from '#features/states';

/** Answers the identity room's questions about States from their own room, which ranks after it. */
@Injectable()
class FactsOfStates extends StateFacts {
  constructor(@Inject(StatesService) private readonly states: StatesService) {
    super();
  }

  async zoneOf(stateCode: string): Promise<string | undefined> {
    return (await this.states.list()).find((state) => state.code === stateCode)?.timeZone;
  }

  presidencyTermsOf(stateCode: string): Promise<PresidencyTerm[]> {
    return this.states.presidencyTermsOf(stateCode);
  }
}

@Global()
@Module({
  imports: [StatesModule],
  providers: [{ provide: StateFacts, useClass: FactsOfStates }],
  exports: [StateFacts],
})
export class StateFactsModule {}
