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
import { PRACTICE_EXAMPLE as example } from './alliance.examples.js';
import {
  CreateGoodPractice,
  GoodPracticeBody,
  GoodPracticesQuery,
  GoodPracticeView,
} from './good-practice.dto.js';
import { GoodPracticesService } from './good-practices.service.js';

@ApiTags('alliances')
@Controller('api/good-practices')
export class GoodPracticesController {
  constructor(@Inject(GoodPracticesService) private readonly practices: GoodPracticesService) {}

  @Get()
  @Public()
  @Operation({
    summary: 'Good practices with their commitments and the States that adopted them',
    response: [GoodPracticeView],
    example: [example],
  })
  list(@CurrentActor() actor: Actor, @Query() query: GoodPracticesQuery): Promise<GoodPracticeView[]> {
    return this.practices.list(actor, query);
  }

  @Get(':id')
  @Public()
  @Versioned()
  @Operation({ summary: 'One good practice', response: GoodPracticeView, example, errors: ['not_found'] })
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<GoodPracticeView> {
    return this.practices.get(actor, id);
  }

  @Post()
  @Can('good_practice.write')
  @Versioned()
  @Idempotent()
  @Operation({ summary: 'Enter a good practice', response: GoodPracticeView, example, status: 201 })
  create(@CurrentActor() actor: Actor, @Body() input: CreateGoodPractice): Promise<GoodPracticeView> {
    return this.practices.create(actor, input);
  }

  @Put(':id')
  @Can('good_practice.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Replace a good practice',
    response: GoodPracticeView,
    example,
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() input: GoodPracticeBody,
  ): Promise<GoodPracticeView> {
    return this.practices.save(actor, id, version, input);
  }

  @Delete(':id')
  @Can('good_practice.write')
  @Versioned({ write: true })
  @Operation({
    summary: 'Take a good practice out of the inventory',
    status: 204,
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.practices.remove(actor, id, version);
  }
}
