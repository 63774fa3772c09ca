import type { Bilingual } from './errors.js';

/** What is wrong with a value, by code; `{0}` stands for the rule's own number or list. */
const TEXTS: Record<string, Bilingual> = {
  required: { en: 'is required', es: 'es obligatorio' },
  text: { en: 'must be text', es: 'debe ser texto' },
  min: { en: 'must have at least {0} characters', es: 'debe tener al menos {0} caracteres' },
  max: { en: 'must have at most {0} characters', es: 'debe tener como máximo {0} caracteres' },
  uuid: { en: 'must be an id (UUID)', es: 'debe ser un identificador (UUID)' },
  one_of: { en: 'must be one of: {0}', es: 'debe ser uno de: {0}' },
  whole: { en: 'must be a whole number', es: 'debe ser un número entero' },
  number: { en: 'must be a number', es: 'debe ser un número' },
  at_least: { en: 'must be at least {0}', es: 'debe ser como mínimo {0}' },
  at_most: { en: 'must be at most {0}', es: 'debe ser como máximo {0}' },
  bool: { en: 'must be true or false', es: 'debe ser verdadero o falso' },
  date: { en: 'must be a date like 2024-07-01', es: 'debe ser una fecha como 2024-07-01' },
  instant: {
    en: 'must be an instant like 2024-07-01T15:00:00Z',
    es: 'debe ser un instante como 2024-07-01T15:00:00Z',
  },
  object: { en: 'must be an object', es: 'debe ser un objeto' },
  list: { en: 'must be a list', es: 'debe ser una lista' },
  list_max: { en: 'must have at most {0} entries', es: 'debe tener como máximo {0} elementos' },
  pattern: { en: 'must look like {0}', es: 'debe tener la forma {0}' },
  unknown: {
    en: 'is not a field of this request; leave it out',
    es: 'no es un campo de esta solicitud; quítelo',
  },
  characters: {
    en: 'holds characters that cannot be stored; remove them',
    es: 'contiene caracteres que no se pueden guardar; quítelos',
  },
};

/** A rule's message as the decorators carry it: a code, then its argument. */
export const messageCode = (code: string, argument?: number | string): string =>
  argument === undefined ? code : `${code}|${argument}`;

/** The sentence pair of a message code; what is not a code of ours stands as it is. */
export function messageText(message: string): Bilingual {
  const [code = '', argument = ''] = message.split(/\|(.*)/s);
  const texts = TEXTS[code];
  if (!texts) return { en: message, es: message };
  return { en: texts.en.replace('{0}', argument), es: texts.es.replace('{0}', argument) };
}
