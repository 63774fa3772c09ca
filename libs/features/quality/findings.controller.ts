import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Can, CurrentActor, Idempotent, Operation } from '#platform/http';
import { AnswerFinding, CycleFindings, FindingDto, FindingsQuery } from './findings.dto.js';
import { FINDING_EXAMPLE } from './findings.examples.js';
import { FindingsService } from './findings.service.js';

/** What the checks find in figures before approval and before endorsement, and what people answer. */
@ApiTags('figure quality')
@Controller('api')
export class FindingsController {
  constructor(@Inject(FindingsService) private readonly findings: FindingsService) {}

  @Get('updates/:id/findings')
  @Can('submission.read')
  @Operation({
    summary: 'What looks odd in the figures and texts of an update, with the answers given',
    response: [FindingDto],
    example: [FINDING_EXAMPLE],
    errors: ['not_found'],
  })
  ofUpdate(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<FindingDto[]> {
    return this.findings.ofUpdate(actor, id);
  }

  @Get('cycles/:key/findings')
  @Can('submission.read')
  @Operation({
    summary:
      'What looks odd in the figures of a cycle, in all or one of the States that the reader works with',
    response: CycleFindings,
    example: { cycleKey: '2024-annual', total: 1, answered: 1, findings: [FINDING_EXAMPLE], corrections: [] },
    errors: ['not_found'],
  })
  ofCycle(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Query() { state }: FindingsQuery,
  ): Promise<CycleFindings> {
    return this.findings.ofCycle(actor, key, state);
  }

  @Post('updates/:id/findings/:fingerprint/answers')
  @Can('finding.answer')
  @Idempotent()
  @Operation({
    summary: 'Confirm, correct or explain what was found in an update',
    response: FindingDto,
    example: FINDING_EXAMPLE,
    status: 201,
    errors: ['not_found', 'conflict'],
  })
  answerInUpdate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fingerprint') fingerprint: string,
    @Body() input: AnswerFinding,
  ): Promise<FindingDto> {
    return this.findings.answerInUpdate(actor, id, fingerprint, input);
  }

  @Post('facts/:id/findings/:fingerprint/answers')
  @Can('finding.answer')
  @Idempotent()
  @Operation({
    summary: 'Confirm, correct or explain what was found in a fact that stands free',
    response: FindingDto,
    example: FINDING_EXAMPLE,
    status: 201,
    errors: ['not_found', 'conflict'],
  })
  answerInFact(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fingerprint') fingerprint: string,
    @Body() input: AnswerFinding,
  ): Promise<FindingDto> {
    return this.findings.answerInFact(actor, id, fingerprint, input);
  }
}
