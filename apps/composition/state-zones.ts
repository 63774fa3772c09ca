import { Global, Inject, Injectable, Module } from '@nestjs/common';
import { StateZones } from '#features/identity';
import { StatesModule, StatesService } from '#features/states';

/** Answers the identity room's question about time zones from the States room, which ranks after it. */
@Injectable()
class ZonesOfStates extends StateZones {
  constructor(@Inject(StatesService) private readonly states: StatesService) {
    super();
  }

  async zoneOf(stateCode: string): Promise<string | undefined> {
    return (await this.states.list()).find((state) => state.code === stateCode)?.timeZone;
  }
}

@Global()
@Module({
  imports: [StatesModule],
  providers: [{ provide: StateZones, useClass: ZonesOfStates }],
  exports: [StateZones],
})
export class StateZonesModule {}
