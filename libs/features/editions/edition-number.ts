import { Param } from '@nestjs/common';
import { notFound } from '#platform/http';
import { EDITION } from './edition.vocabulary.js';

/** A number that no edition can have is one that is not there. */
export const EditionNumber = (): ParameterDecorator =>
  Param('number', {
    transform(number: string): number {
      if (!/^\d{1,9}$/.test(number)) throw notFound(EDITION);
      return Number(number);
    },
  });
