import type { Type } from '@nestjs/common';

/** What the API serves, in rank order. */
export const apiModules: Type[] = [];

/** What the worker carries out besides. */
export const workerModules: Type[] = [];
