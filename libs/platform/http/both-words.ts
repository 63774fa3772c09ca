import type { Bilingual } from './errors.js';
import { Text } from './fields.js';

/** A short text in both languages. */
export class BothWords implements Bilingual {
  @Text({ max: 500, example: 'Eleven regular meetings' })
  en: string;

  @Text({ max: 500, example: 'Once reuniones ordinarias' })
  es: string;
}
