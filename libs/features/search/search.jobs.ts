import { Inject, Injectable, Module } from '@nestjs/common';
import { defineJob, Handles } from '#platform/queue';
import { SearchModule } from './search.module.js';
import { SearchWords } from './search-words.service.js';

/** Makes the words of what was written lately. */
export const settleWords = defineJob<object>({ name: 'search.settle', queue: 'housekeeping' });

@Injectable()
class SearchJobs {
  constructor(@Inject(SearchWords) private readonly words: SearchWords) {}

  @Handles(settleWords)
  async settle(): Promise<{ settled: number }> {
    return { settled: await this.words.settle() };
  }
}

/** Worker only. */
@Module({ imports: [SearchModule], providers: [SearchJobs] })
export class SearchJobsModule {}
