import { Body, Controller, Delete, Get, Inject, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  Can,
  CurrentActor,
  Idempotent,
  IdParam,
  IfMatch,
  Operation,
  Versioned,
} from '#platform/http';
import { NewSavedView, SavedViewBody, SavedViewDto } from './saved-views.dto.js';
import { SAVED_VIEW, SavedViews } from './saved-views.service.js';

const example = {
  id: '0197a0de-5b4c-7c31-9f57-2f4f4b6f3c11',
  page: '/pledges',
  name: 'Late in my State',
  search: 'state=MX&stage=planning',
  isDefault: false,
  sharedState: null,
  sharedTeam: null,
  sharedBody: null,
  owner: null,
  version: 1,
};

@ApiTags('account')
@Controller('api/me/views')
export class SavedViewsController {
  constructor(@Inject(SavedViews) private readonly views: SavedViews) {}

  @Get()
  @Can('account.use')
  @Operation({
    summary:
      'Lists as the signed-in person saved them, and as people of their State, team or body share them',
    response: [SavedViewDto],
    example: [example],
  })
  list(@CurrentActor() actor: Actor): Promise<SavedViewDto[]> {
    return this.views.list(actor);
  }

  @Post()
  @Can('account.use')
  @Versioned()
  @Idempotent()
  @Operation({
    summary: 'Save how a list is seen',
    response: SavedViewDto,
    example,
    status: 201,
    errors: ['conflict'],
  })
  create(@CurrentActor() actor: Actor, @Body() input: NewSavedView): Promise<SavedViewDto> {
    return this.views.create(actor, input);
  }

  @Put(':id')
  @Can('account.use')
  @Versioned({ write: true })
  @Operation({
    summary: 'Rename a saved view, share it, or make it show something else',
    response: SavedViewDto,
    example,
    errors: ['not_found', 'stale', 'precondition_required'],
  })
  replace(
    @CurrentActor() actor: Actor,
    @IdParam(SAVED_VIEW) id: string,
    @IfMatch() version: number,
    @Body() body: SavedViewBody,
  ): Promise<SavedViewDto> {
    return this.views.replace(actor, id, version, body);
  }

  @Delete(':id')
  @Can('account.use')
  @Operation({ summary: 'Delete a saved view', status: 204, errors: ['not_found'] })
  remove(@CurrentActor() actor: Actor, @IdParam(SAVED_VIEW) id: string): Promise<void> {
    return this.views.remove(actor, id);
  }
}
