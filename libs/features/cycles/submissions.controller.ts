import {
  Body,
  Controller,
  Delete,
  Get,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Can, CurrentActor, Idempotent, Operation, Versioned } from '#platform/http';
import {
  Explain,
  ExplanationDto,
  ExplanationsQuery,
  NewMessage,
  Reopen,
  SubmissionDto,
  SubmissionNote,
} from './cycle.dto.js';
import { EXPLANATION_EXAMPLE, SUBMISSION_EXAMPLE as example } from './cycle.examples.js';
import { ExplanationsService } from './explanations.service.js';
import { SubmissionsService } from './submissions.service.js';

@ApiTags('submissions')
@Controller('api/cycles/:key')
export class SubmissionsController {
  constructor(
    @Inject(SubmissionsService) private readonly submissions: SubmissionsService,
    @Inject(ExplanationsService) private readonly explanations: ExplanationsService,
  ) {}

  @Get('submissions')
  @Can('submission.read')
  @Operation({
    summary: 'The States’ contributions to a cycle',
    response: [SubmissionDto],
    example: [example],
    errors: ['not_found'],
  })
  list(@CurrentActor() actor: Actor, @Param('key') key: string): Promise<SubmissionDto[]> {
    return this.submissions.list(actor, key);
  }

  @Get('submissions/:state')
  @Can('submission.read')
  @Versioned()
  @Operation({ summary: 'One State’s contribution', response: SubmissionDto, example, errors: ['not_found'] })
  get(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('state') state: string,
  ): Promise<SubmissionDto> {
    return this.submissions.get(actor, key, state);
  }

  @Post('submissions/:state/submit')
  @Can('submission.submit')
  @Versioned()
  @Operation({
    summary: 'Hand in a State’s cycle',
    description: 'Every commitment must be approved or explained; the answer names each one that is not.',
    response: SubmissionDto,
    example,
    errors: ['not_found', 'conflict'],
  })
  submit(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('state') state: string,
    @Body() { note }: SubmissionNote,
  ): Promise<SubmissionDto> {
    return this.submissions.submit(actor, key, state, note);
  }

  @Post('submissions/:state/accept')
  @Can('submission.decide')
  @Versioned()
  @Operation({
    summary: 'Accept a State’s contribution',
    response: SubmissionDto,
    example,
    errors: ['not_found', 'conflict'],
  })
  accept(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('state') state: string,
    @Body() { note }: SubmissionNote,
  ): Promise<SubmissionDto> {
    return this.submissions.accept(actor, key, state, note);
  }

  @Post('submissions/:state/return')
  @Can('submission.decide')
  @Versioned()
  @Operation({
    summary: 'Return a State’s contribution with questions',
    response: SubmissionDto,
    example,
    errors: ['not_found', 'conflict'],
  })
  returnForAnswers(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('state') state: string,
    @Body() { note }: SubmissionNote,
  ): Promise<SubmissionDto> {
    return this.submissions.returnForAnswers(actor, key, state, note);
  }

  @Post('submissions/:state/messages')
  @Can('submission.ask')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Ask or answer',
    response: SubmissionDto,
    example,
    status: 201,
    errors: ['not_found'],
  })
  say(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('state') state: string,
    @Body() message: NewMessage,
  ): Promise<SubmissionDto> {
    return this.submissions.say(actor, key, state, message);
  }

  @Get('explanations')
  @Can('submission.read')
  @Operation({
    summary: 'Commitments that are explained instead of reported, and those reopened',
    response: [ExplanationDto],
    example: [EXPLANATION_EXAMPLE],
    errors: ['not_found'],
  })
  listExplanations(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Query() { state }: ExplanationsQuery,
  ): Promise<ExplanationDto[]> {
    return this.explanations.list(actor, key, state);
  }

  @Put('explanations/:commitmentId')
  @Can('update.review')
  @Operation({
    summary: 'Explain why a commitment has no update in this cycle',
    response: ExplanationDto,
    example: EXPLANATION_EXAMPLE,
    errors: ['not_found', 'conflict'],
  })
  explain(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('commitmentId', ParseUUIDPipe) commitmentId: string,
    @Body() input: Explain,
  ): Promise<ExplanationDto> {
    return this.explanations.explain(actor, key, commitmentId, input);
  }

  @Delete('explanations/:commitmentId')
  @Can('update.review')
  @Operation({ summary: 'Take an explanation back', status: 204, errors: ['not_found', 'conflict'] })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('commitmentId', ParseUUIDPipe) commitmentId: string,
  ): Promise<void> {
    return this.explanations.withdraw(actor, key, commitmentId);
  }

  @Post('reopened/:commitmentId')
  @Can('submission.decide')
  @Operation({
    summary: 'Reopen one commitment by exception, although its State is done with the cycle',
    response: ExplanationDto,
    example: { ...EXPLANATION_EXAMPLE, kind: 'reopened' },
    errors: ['not_found', 'conflict'],
  })
  reopen(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('commitmentId', ParseUUIDPipe) commitmentId: string,
    @Body() { reason }: Reopen,
  ): Promise<ExplanationDto> {
    return this.explanations.reopen(actor, key, commitmentId, reason);
  }
}
