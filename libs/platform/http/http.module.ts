import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access.js';
import { ProblemFilter } from './problem.filter.js';
import { validation } from './validation.js';

/** What every HTTP application of ours has: access denied by default, checked input, problem documents. */
@Module({
  providers: [
    ProblemFilter,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useFactory: validation },
    { provide: APP_FILTER, useExisting: ProblemFilter },
  ],
})
export class HttpModule {}
