import { Body, Controller, Get, Inject, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Can, CurrentActor, Operation, Public } from '#platform/http';
import {
  FileOfRows,
  type ImportAnswer,
  importAnswer,
  type ImportFile,
  ImportQuery,
  ImportsRows,
} from '#platform/tables';
import {
  ContributionInput,
  GapRowDto,
  NeedDto,
  NeedInput,
  NeedsQuery,
  QuantificationQuery,
  RateInput,
} from './quantification.dto.js';
import { quantificationImport } from './quantification.import.js';
import { QuantificationService } from './quantification.service.js';

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
  @Operation({ summary: 'Contributions, the newest year first', response: [ContributionInput] })
  contributions(@Query() { year }: NeedsQuery): Promise<ContributionInput[]> {
    return this.quantification.contributions(year);
  }

  @Get('rates')
  @Public()
  @Operation({ summary: 'Stated exchange rates, by pair, the newest first', response: [RateInput] })
  rates(): Promise<RateInput[]> {
    return this.quantification.rates();
  }

  @Put('needs')
  @Can('quantification.write')
  @Operation({ summary: 'Write the need of a commitment in a year', status: 204 })
  putNeed(@CurrentActor() actor: Actor, @Body() input: NeedInput): Promise<void> {
    return this.quantification.putNeed(actor, input);
  }

  @Put('contributions')
  @Can('quantification.write')
  @Operation({ summary: 'Write a contribution under its key', status: 204 })
  putContribution(@CurrentActor() actor: Actor, @Body() input: ContributionInput): Promise<void> {
    return this.quantification.putContribution(actor, input);
  }

  @Put('rates')
  @Can('quantification.write')
  @Operation({ summary: 'State an exchange rate for a day', status: 204 })
  putRate(@CurrentActor() actor: Actor, @Body() input: RateInput): Promise<void> {
    return this.quantification.putRate(actor, input);
  }

  @Post('import')
  @Can('quantification.write')
  @ImportsRows(quantificationImport)
  async importNeeds(
    @CurrentActor() actor: Actor,
    @FileOfRows() file: ImportFile,
    @Query() { mode }: ImportQuery,
  ): Promise<ImportAnswer> {
    return importAnswer(await this.quantification.importFile(actor, file, mode));
  }
}
