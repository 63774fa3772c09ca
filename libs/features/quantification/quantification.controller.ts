import { Body, Controller, Get, Inject, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  Can,
  CurrentActor,
  Idempotent,
  IfMatch,
  Operation,
  Public,
  Versioned,
} from '#platform/http';
import {
  ContributionDto,
  ContributionInput,
  ContributionsQuery,
  GapRowDto,
  NeedDto,
  NeedInput,
  NeedsQuery,
  QuantificationQuery,
  RateDto,
  RateInput,
} from './quantification.dto.js';
import { QuantificationService } from './quantification.service.js';

const SEEN = 'With the version that you read as If-Match; "0" when nothing was there.';
const WRITE = ['stale', 'precondition_required'] as const;

@ApiTags('quantification')
@Controller('api/quantification')
export class QuantificationController {
  constructor(@Inject(QuantificationService) private readonly quantification: QuantificationService) {}

  @Get('gaps')
  @Public()
  @Operation({
    summary: 'What remains to be funded in a year: the region, each State, each shared area',
    description: 'In one currency, by stated rates only; what has none is listed apart.',
    response: [GapRowDto],
  })
  gaps(@Query() { year, currency }: QuantificationQuery): Promise<GapRowDto[]> {
    return this.quantification.gaps(year, currency);
  }

  @Get('needs')
  @Public()
  @Operation({ summary: 'Needs by commitment and year, the newest year first', response: [NeedDto] })
  needs(@Query() query: NeedsQuery): Promise<NeedDto[]> {
    return this.quantification.needs(query);
  }

  @Get('contributions')
  @Public()
  @Operation({ summary: 'Contributions, the newest year first', response: [ContributionDto] })
  contributions(@Query() query: ContributionsQuery): Promise<ContributionDto[]> {
    return this.quantification.contributions(query);
  }

  @Get('rates')
  @Public()
  @Operation({ summary: 'Stated exchange rates, by pair, the newest first', response: [RateDto] })
  rates(): Promise<RateDto[]> {
    return this.quantification.rates();
  }

  @Put('needs')
  @Can('quantification.write')
  @Versioned({ write: true })
  @Idempotent()
  @Operation({
    summary: 'Write the need of a commitment in a year',
    description: SEEN,
    response: NeedDto,
    errors: WRITE,
  })
  putNeed(@CurrentActor() actor: Actor, @IfMatch() seen: number, @Body() input: NeedInput): Promise<NeedDto> {
    return this.quantification.putNeed(actor, input, seen);
  }

  @Put('contributions')
  @Can('quantification.write')
  @Versioned({ write: true })
  @Idempotent()
  @Operation({
    summary: 'Write a contribution under its key',
    description: SEEN,
    response: ContributionDto,
    errors: WRITE,
  })
  putContribution(
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: ContributionInput,
  ): Promise<ContributionDto> {
    return this.quantification.putContribution(actor, input, seen);
  }

  @Put('rates')
  @Can('quantification.write')
  @Versioned({ write: true })
  @Idempotent()
  @Operation({
    summary: 'State an exchange rate for a day',
    description: SEEN,
    response: RateDto,
    errors: WRITE,
  })
  putRate(@CurrentActor() actor: Actor, @IfMatch() seen: number, @Body() input: RateInput): Promise<RateDto> {
    return this.quantification.putRate(actor, input, seen);
  }
}
