import { Param, ParseUUIDPipe } from '@nestjs/common';
import { type Bilingual, notFound } from './errors.js';

/**
 * An id in the address. What is no id at all is answered like an id that nobody has.
 * @param what names the thing in the refusal
 */
export const IdParam = (what: Bilingual, name = 'id'): ParameterDecorator =>
  Param(name, new ParseUUIDPipe({ exceptionFactory: () => notFound(what) }));
