import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Operation, Public } from '#platform/http';
import { SearchQuery, SearchResultDto } from './search.dto.js';
import { SEARCH_EXAMPLE } from './search.examples.js';
import { SearchService } from './search.service.js';

@ApiTags('search')
@Controller('api/search')
export class SearchController {
  constructor(@Inject(SearchService) private readonly search: SearchService) {}

  @Get()
  @Public('search.read')
  @Operation({
    summary: 'Find words in both languages in everything that the lists would show',
    description:
      'Accents and capitals make no difference, a code is found first, an acronym finds its full name too, and the last word may be a beginning. Without `kind` the best few of each kind; with it page by page.',
    response: SearchResultDto,
    example: SEARCH_EXAMPLE,
  })
  find(@CurrentActor() actor: Actor, @Query() query: SearchQuery): Promise<SearchResultDto> {
    return this.search.find(actor, query);
  }
}
