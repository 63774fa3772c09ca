import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { areasQuery, statesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { numberIn } from '~/ui/record-fields';
import type { RecordField } from '~/ui/RecordForm';
import { type RecordValues, severalIn, writtenIn } from '~/ui/record-values';
import type { Contribution, Need, Rate, Written } from './queries';

/** What a person edits: a row as it was read, or nothing yet. */
export type Edited =
  | { kind: 'need'; row: Need | null }
  | { kind: 'contribution'; row: Contribution | null }
  | { kind: 'rate'; row: Rate | null };

/** The fields of each form in order. */
export function useFields(): Record<Edited['kind'], RecordField[]> {
  const { t } = useTranslation();
  const { text } = useLang();
  const states = useQuery(statesQuery).data ?? [];
  const areas = useQuery(areasQuery).data ?? [];
  const line = (name: string, label: string, hint?: string, required = false): RecordField => ({
    ...{ name, label, kind: 'line', required },
    ...(hint ? { hint } : {}),
  });
  const yesOrNo = (name: string, label: string): RecordField => ({
    ...{ name, label, kind: 'choice' },
    options: (['no', 'yes'] as const).map((value) => ({ value, label: t(`quantification.${value}`) })),
  });
  const year: RecordField = { name: 'year', label: t('quantification.year'), kind: 'number', required: true };
  const amount = (name: string, label: string): RecordField => ({
    ...{ name, label, kind: 'number', hint: '250000.00' },
  });
  const currency = line('currency', t('figureForm.currency'), 'USD', true);
  const nothing = { value: '', label: t('project.notStated') };
  const sources: RecordField = {
    ...{ name: 'sources', label: t('pledge.sources'), kind: 'text', required: true },
    hint: t('form.onePerLine'),
  };
  return {
    need: [
      line('commitment', t('quantification.commitment'), 'MX-17', true),
      year,
      currency,
      amount('ownResources', t('quantification.own')),
      amount('cooperationSought', t('quantification.sought')),
      sources,
    ],
    contribution: [
      line('key', t('pledge.key'), 'SP-ES-2024', true),
      year,
      line('contributorEn', t('quantification.contributorEn'), undefined, true),
      line('contributorEs', t('quantification.contributorEs'), undefined, true),
      { ...amount('amount', t('project.amount')), required: true },
      currency,
      yesOrNo('supportPlatformMember', t('quantification.platform')),
      yesOrNo('announced', t('quantification.onlyAnnounced')),
      line('commitment', t('quantification.commitment'), 'MX-17'),
      line('project', t('quantification.project'), 'FUND-CR'),
      {
        ...{ name: 'state', label: t('field.state'), kind: 'choice' },
        options: [nothing, ...states.map((each) => ({ value: each.code, label: text(each, 'name') }))],
      },
      {
        ...{ name: 'area', label: t('pledge.area'), kind: 'choice' },
        options: [nothing, ...areas.map((each) => ({ value: each.key, label: text(each, 'name') }))],
      },
      sources,
    ],
    rate: [
      line('from', t('quantification.from'), 'MXN', true),
      line('to', t('quantification.to'), 'USD', true),
      { ...amount('rate', t('quantification.rate')), hint: t('quantification.rateHint'), required: true },
      { name: 'asOf', label: t('quantification.asOf'), kind: 'day', required: true },
      line('source', t('quantification.source'), undefined, true),
    ],
  };
}

/** What stands in the form at first. */
export function valuesOf({ row }: Edited): RecordValues {
  return Object.fromEntries(
    Object.entries(row ?? {}).map(([name, value]) => [name, typed(value as unknown)]),
  );
}

const typed = (value: unknown): string =>
  Array.isArray(value)
    ? value.join('\n')
    : typeof value === 'boolean'
      ? value
        ? 'yes'
        : 'no'
      : typeof value === 'string' || typeof value === 'number'
        ? String(value)
        : '';

/** What the form says, with the version that the person saw. */
export function writtenOf({ kind, row }: Edited, values: RecordValues): Written {
  const said = (name: string): string => values[name]?.trim() ?? '';
  const version = row?.version ?? 0;
  const year = numberIn(values['year']) as number;
  const sources = severalIn(values, 'sources', /\n+/);
  switch (kind) {
    case 'need':
      return {
        ...{ kind, version },
        input: {
          ...{ commitment: said('commitment'), year, currency: said('currency'), sources },
          ownResources: writtenIn(values, 'ownResources'),
          cooperationSought: writtenIn(values, 'cooperationSought'),
        },
      };
    case 'contribution':
      return {
        ...{ kind, version },
        input: {
          ...{ key: said('key'), year, amount: said('amount'), currency: said('currency'), sources },
          contributorEn: said('contributorEn'),
          contributorEs: said('contributorEs'),
          supportPlatformMember: said('supportPlatformMember') === 'yes',
          announced: said('announced') === 'yes',
          commitment: writtenIn(values, 'commitment'),
          project: writtenIn(values, 'project'),
          state: writtenIn(values, 'state'),
          area: writtenIn(values, 'area'),
        },
      };
    case 'rate':
      return {
        ...{ kind, version },
        input: {
          ...{ from: said('from'), to: said('to'), rate: said('rate') },
          ...{ asOf: said('asOf'), source: said('source') },
        },
      };
  }
}
