import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { institutionsQuery, statesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import type { RecordField, RecordList } from '~/ui/RecordForm';
import { type RecordLists, type RecordValues, severalIn, writtenIn } from '~/ui/record-values';

const PRECISIONS = ['day', 'month', 'year', 'not_stated'] as const;
export type Precision = (typeof PRECISIONS)[number];

type Field = Omit<RecordField, 'kind'>;

/** Fields that several forms of teams have. */
export function useTeamFields() {
  const { t } = useTranslation();
  const { text } = useLang();
  const states = useQuery(statesQuery).data ?? [];
  const institutions = useQuery(institutionsQuery).data?.items ?? [];
  const nothing = { value: '', label: t('team.notStated') };
  const line = (name: string, label: string, more: Partial<Field> = {}): RecordField => ({
    ...{ name, label, kind: 'line' },
    ...more,
  });
  const both = (name: string, label: string, kind: 'line' | 'text', required = true): RecordField[] =>
    (['En', 'Es'] as const).map((lang) => ({
      name: `${name}${lang}`,
      label: t(`team.in.${lang}`, { what: label }),
      kind,
      required,
    }));
  return {
    t,
    line,
    both,
    choice: (
      name: string,
      label: string,
      options: RecordField['options'],
      more: Partial<Field> = {},
    ): RecordField => ({
      ...{ name, label, kind: 'choice', options },
      ...more,
    }),
    day: (name: string, label: string, hint?: string): RecordField => ({ name, label, kind: 'day', hint }),
    number: (name: string, label: string): RecordField => ({ name, label, kind: 'number' }),
    state: (required = false): RecordField => ({
      ...{ name: 'stateCode', label: t('field.state'), kind: 'choice', required },
      options: [nothing, ...states.map((state) => ({ value: state.code, label: text(state, 'name') }))],
    }),
    institution: (required = false): RecordField =>
      line('institutionKey', t('team.institution'), {
        required,
        hint: 'MX:COMAR',
        options: institutions.map((each) => ({ value: each.key, label: text(each, 'name') })),
      }),
    precision: (name: string, label: string, words: readonly Precision[] = PRECISIONS): RecordField => ({
      ...{ name, label, kind: 'choice' },
      options: words.map((value) => ({ value, label: t(`team.precision.${value}`) })),
    }),
    sources: {
      name: 'sources',
      label: t('team.sources'),
      kind: 'text',
      hint: t('form.onePerLine'),
    } as RecordField,
    /** Points in both languages, one a row. */
    points: (name: string, label: string): RecordList => ({
      name,
      label,
      add: t('team.addPoint'),
      fields: [
        { name: 'en', label: 'English', kind: 'text', required: true },
        { name: 'es', label: 'Español', kind: 'text', required: true },
      ],
    }),
  };
}

/** A date as far as it is known, from its three fields. */
export const dateIn = (values: RecordValues) => ({
  startsOn: writtenIn(values, 'startsOn'),
  datePrecision: (values['datePrecision'] ?? 'day') as Precision,
  endsOn: writtenIn(values, 'endsOn'),
});

export const sourcesIn = (values: RecordValues): string[] => severalIn(values, 'sources', /\n+/);

export const pointsIn = (rows: RecordLists, name: string): { en: string; es: string }[] =>
  (rows[name] ?? []).map(({ en = '', es = '' }) => ({ en, es }));

/** What stands in fields of lines, from a record: nothing for what it does not have. */
export const linesOf = (record: object | undefined, names: readonly string[]): RecordValues =>
  Object.fromEntries(
    names.map((name) => {
      const value: unknown = (record as Record<string, unknown> | undefined)?.[name];
      return [name, typeof value === 'string' || typeof value === 'number' ? String(value) : ''];
    }),
  );
