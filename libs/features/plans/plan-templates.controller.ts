import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Can, CurrentActor, IfMatch, Operation, Public, Versioned } from '#platform/http';
import { PlanTemplateDto, PlanTemplateInput, PlanTemplateSummaryDto } from './plan.dto.js';
import { TEMPLATE, TEMPLATE_SUMMARY } from './plan.examples.js';
import { PlanTemplatesService } from './plan-templates.service.js';

@ApiTags('plans')
@Controller('api/plan-templates')
export class PlanTemplatesController {
  constructor(@Inject(PlanTemplatesService) private readonly templates: PlanTemplatesService) {}

  @Get()
  @Public()
  @Operation({
    summary: 'What a plan can start from',
    response: [PlanTemplateSummaryDto],
    example: [TEMPLATE_SUMMARY],
  })
  list(): Promise<PlanTemplateSummaryDto[]> {
    return this.templates.list();
  }

  @Get(':key')
  @Public()
  @Versioned()
  @Operation({
    summary: 'A template with its commitments',
    response: PlanTemplateDto,
    example: TEMPLATE,
    errors: ['not_found'],
  })
  get(@Param('key') key: string): Promise<PlanTemplateDto> {
    return this.templates.get(key);
  }

  @Put(':key')
  @Can('plan.edit')
  @Versioned({ write: true })
  @Operation({
    summary: 'Add a template or replace it; plans made from it stay as they are',
    description: 'With the version that you read as If-Match; "0" when nothing was there.',
    response: PlanTemplateDto,
    example: TEMPLATE,
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  put(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @IfMatch() seen: number,
    @Body() input: PlanTemplateInput,
  ): Promise<PlanTemplateDto> {
    return this.templates.put(actor, key, input, seen);
  }
}
