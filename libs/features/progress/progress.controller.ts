import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Can, CurrentActor, Operation, Public, type RawJson } from '#platform/http';
import { CompletenessQueries } from './completeness.queries.js';
import { CompletenessDto } from './completeness.views.js';
import { PlanProgressQueries } from './plan-progress.queries.js';
import { CycleQuery } from './update.dto.js';
import { EXAMPLES } from './update.examples.js';
import { TimelineQueries } from './timeline.queries.js';
import { TimelineEvent, UpdateInTime } from './timeline.views.js';
import { PlanProgressDto } from './update.views.js';
import { UpdatesQueries } from './updates.queries.js';

/** Progress as seen from a plan, a commitment and a cycle. */
@ApiTags('updates')
@Controller('api')
export class ProgressController {
  constructor(
    @Inject(PlanProgressQueries) private readonly plans: PlanProgressQueries,
    @Inject(UpdatesQueries) private readonly updates: UpdatesQueries,
    @Inject(TimelineQueries) private readonly timelines: TimelineQueries,
    @Inject(CompletenessQueries) private readonly completeness: CompletenessQueries,
  ) {}

  @Get('plans/:id/progress')
  @Public('update.read')
  @Operation({
    summary: 'A plan’s commitments, each with its latest update',
    description:
      'With `cycle`, a value of an earlier cycle stands in where there is none, marked `carriedForward`.',
    response: PlanProgressDto,
    example: EXAMPLES.planProgress,
    errors: ['not_found'],
  })
  ofPlan(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { cycle }: CycleQuery,
  ): Promise<RawJson> {
    return this.plans.of(actor, id, cycle);
  }

  @Get('commitments/:id/updates')
  @Public('update.read')
  @Operation({
    summary: 'Everything that was said about a commitment, latest first',
    response: [UpdateInTime],
    example: EXAMPLES.timeline,
    errors: ['not_found'],
  })
  updatesOf(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RawJson> {
    return this.updates.timeline(actor, id);
  }

  @Get('commitments/:id/timeline')
  @Public('update.read')
  @Operation({
    summary: 'Everything that happened to a commitment, latest first',
    description:
      'Submissions, returns with their reason, approvals, revisions, milestones, explanations, values carried forward and plan versions. Fields that do not apply are null.',
    response: [TimelineEvent],
    example: EXAMPLES.events,
    errors: ['not_found'],
  })
  timeline(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RawJson> {
    return this.timelines.of(actor, id);
  }

  @Get('cycles/:key/completeness/:state')
  @Can('submission.read')
  @Operation({
    summary: 'What is there and what is missing in a State’s cycle, by area and by institution',
    response: CompletenessDto,
    example: EXAMPLES.completeness,
    errors: ['not_found'],
  })
  ofState(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('state') state: string,
  ): Promise<RawJson> {
    return this.completeness.of(actor, key, state);
  }
}
