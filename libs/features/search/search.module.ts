import { Module } from '@nestjs/common';
import { TeamsModule } from '#features/teams';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';
import { SearchWords } from './search-words.service.js';

@Module({
  imports: [TeamsModule],
  controllers: [SearchController],
  providers: [SearchService, SearchWords],
  exports: [SearchWords],
})
export class SearchModule {}
