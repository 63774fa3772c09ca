import type { TFunction } from 'i18next';
import type { Formats } from '~/i18n/formats';

/** A text if there is one under the key, else the word of the API with its parts apart. */
const worded = (t: TFunction, key: string, word: string): string => t(key, { defaultValue: apart(word) });

const apart = (word: string): string =>
  word
    .replaceAll('_', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();

/** `update.approve` in plain words: "Approved". */
export const verbText = (t: TFunction, action: string): string => {
  const verb = action.slice(action.indexOf('.') + 1);
  return worded(t, `change.verb.${verb}`, verb);
};

export const thingText = (t: TFunction, entity: string): string =>
  worded(t, `change.thing.${entity}`, entity);

/** `facts[0].narrativeEn` as people call it: "facts 1: narrative (EN)". */
export const fieldText = (t: TFunction, path: string): string =>
  path
    .split('.')
    .map((part) => {
      const [, name = part, , lang, , at] = /^([a-zA-Z_]+?)((En|Es)(?=$|\[))?(\[(\d+)\])?$/.exec(part) ?? [];
      return `${worded(t, `change.field.${name}`, name)}${at ? ` ${Number(at) + 1}` : ''}${lang ? ` (${lang.toUpperCase()})` : ''}`;
    })
    .join(': ');

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** A value as people read it. */
export function valueText(t: TFunction, { instant, day, number }: Formats, value: unknown): string {
  if (value === null || value === undefined || value === '') return t('change.nothing');
  if (typeof value === 'boolean') return t(value ? 'change.yes' : 'change.no');
  if (typeof value === 'number') return number(value, 10);
  if (typeof value !== 'string') return JSON.stringify(value, null, 1);
  if (INSTANT.test(value)) return instant(value);
  if (DAY.test(value)) return day(value);
  return /^[a-z]+(_[a-z]+)*$/.test(value) ? worded(t, `change.value.${value}`, value) : value;
}
