import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { statesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { inBoth } from '~/ui/record-fields';
import type { RecordField } from '~/ui/RecordForm';
import { BASES, QUALIFIERS, VALUE_STATES } from '~/ui/vocabulary';
import { PLAN_PARTS } from './PlanPanel';
import type {
  Acronym,
  ContextFigure,
  Meeting,
  Plan,
  Presidency,
  PublishedCount,
  RegionalDocument,
} from './queries';

/** What a person edits: a row as it was read, or nothing yet. */
export type Edited =
  | { kind: 'plan'; year: number; row: Plan | null }
  | { kind: 'meeting'; row: Meeting | null }
  | { kind: 'document'; row: RegionalDocument | null }
  | { kind: 'figure'; year: number; row: ContextFigure | null }
  | { kind: 'presidency'; row: Presidency | null }
  | { kind: 'count'; row: PublishedCount | null }
  | { kind: 'acronym'; row: Acronym | null };

export const PRECISIONS = ['day', 'month', 'year'] as const;
const VALUE_TYPES = ['count', 'percent', 'ratio', 'duration', 'frequency'] as const;
const ROLES = ['observed', 'target', 'baseline', 'planned_coverage'] as const;
const TERM_KINDS = [
  'academia',
  'civil_society',
  'cooperation',
  'document',
  'government',
  'information_system',
  'international_organisation',
  'local_government',
  'mechanism',
  'private_sector',
  'programme',
  'project',
  'register',
  'service',
  'survey',
  'term',
] as const satisfies readonly Acronym['kind'][];
const KINDS = ['declaration', 'charter', 'resolution'] as const;

/** The fields of each form in order. */
export function useFields(): Record<Edited['kind'], RecordField[]> {
  const { t } = useTranslation();
  const { text } = useLang();
  const states = useQuery(statesQuery).data ?? [];
  const nothing = { value: '', label: t('regional.notStated') };
  const line = (name: string, label: string, hint?: string, required = false): RecordField => ({
    ...{ name, label, kind: 'line', required },
    ...(hint ? { hint } : {}),
  });
  const lines = (name: string, label: string, hint: string, required = false): RecordField => ({
    ...{ name, label, kind: 'text', hint, required },
  });
  const choice = <W extends string>(
    name: string,
    label: string,
    words: readonly W[],
    of: (word: W) => string,
  ) =>
    ({ name, label, kind: 'choice', options: words.map((value) => ({ value, label: of(value) })) }) as const;
  const precision = (name: string): RecordField => ({
    ...{ name, label: t('mechanism.precision'), kind: 'choice' },
    options: [
      nothing,
      ...PRECISIONS.map((value) => ({ value, label: t(`mechanism.precisionWord.${value}`) })),
    ],
  });
  const day = (name: string, label: string): RecordField => ({ name, label, kind: 'day' });
  const notes = inBoth('note', t('mechanism.note'), 'text');
  const sources = lines('sources', t('regional.sources'), t('form.onePerLine'), true);
  const place = inBoth('place', t('regional.place'));
  const stateOptions = states.map((each) => ({ value: each.code, label: text(each, 'name') }));
  const home: RecordField = {
    ...{ name: 'place', label: t('regional.place'), kind: 'choice' },
    options: [{ value: 'REG', label: t('regional.region') }, ...stateOptions],
  };
  return {
    plan: [
      ...PLAN_PARTS.map((part) =>
        lines(part, t(`regional.${part}`), t('regional.itemHint'), part === 'focusAreas'),
      ),
      lines('documents', t('regional.follows'), t('regional.documentsHint')),
      ...notes,
      sources,
    ],
    meeting: [
      line('ordinal', t('regional.ordinal'), '7', true),
      { name: 'year', label: t('regional.year'), kind: 'number', required: true },
      {
        ...{ name: 'hostState', label: t('regional.host'), kind: 'choice' },
        options: [nothing, ...stateOptions],
      },
      day('heldOn', t('regional.heldOn')),
      precision('heldPrecision'),
      choice('dayInferred', t('regional.dayIs'), ['no', 'yes'] as const, (word) =>
        t(word === 'yes' ? 'regional.inferred' : 'regional.stated'),
      ),
      ...place,
      ...notes,
      sources,
    ],
    document: [
      line('key', t('regional.key'), 'belize-city-declaration', true),
      choice('kind', t('regional.kind'), KINDS, (word) => t(`regional.kindWord.${word}`)),
      ...inBoth('title', t('regional.title'), 'line', true),
      day('adoptedOn', t('regional.adoptedOn')),
      precision('adoptedPrecision'),
      ...place,
      line('url', t('regional.url'), 'https://'),
      { name: 'meeting', label: t('regional.meetingNumber'), kind: 'number' },
      lines('content', t('regional.content'), t('regional.wordsHint')),
      ...notes,
      sources,
    ],
    figure: [
      line('key', t('regional.key'), 'darien_crossings', true),
      { name: 'position', label: t('regional.position'), kind: 'number' },
      ...inBoth('label', t('regional.figure'), 'line', true),
      choice('valueState', t('figureForm.valueState'), VALUE_STATES, (word) => t(`word.valueState.${word}`)),
      { name: 'value', label: t('figureForm.value'), kind: 'number' },
      choice('valueType', t('figureForm.valueType'), VALUE_TYPES, (word) => t(`pick.valueType.${word}`)),
      choice('qualifier', t('figureForm.qualifier'), QUALIFIERS, (word) => t(`pick.qualifier.${word}`)),
      choice('basis', t('figureForm.basis'), BASES, (word) => t(`pick.basis.${word}`)),
      choice('role', t('figureForm.role'), ROLES, (word) => t(`word.figureRole.${word}`)),
      line('unitEn', t('figureForm.unitEn')),
      line('unitEs', t('figureForm.unitEs')),
      day('windowStart', t('figureForm.from')),
      day('windowEnd', t('figureForm.to')),
      line('windowTextEn', t('figureForm.windowTextEn')),
      line('windowTextEs', t('figureForm.windowTextEs')),
      day('asOf', t('figureForm.asOf')),
      lines('disaggregation', t('regional.parts'), t('regional.partsHint')),
      ...notes,
      sources,
    ],
    presidency: [
      { name: 'year', label: t('regional.year'), kind: 'number', required: true },
      { name: 'stateCode', label: t('field.state'), kind: 'choice', options: stateOptions, required: true },
      { ...day('startsOn', t('regional.startsOn')), required: true },
      choice('startsPrecision', t('regional.startsPrecision'), PRECISIONS, (word) =>
        t(`mechanism.precisionWord.${word}`),
      ),
      { ...day('endsOn', t('regional.endsOn')), hint: t('regional.endsOnHint') },
      { ...precision('endsPrecision'), label: t('regional.endsPrecision') },
      ...notes,
      sources,
    ],
    count: [
      home,
      lines('areaSplit', t('regional.areaSplit'), t('regional.areaSplitHint')),
      lines('otherTotals', t('regional.otherTotals'), t('regional.otherTotalsHint')),
      ...inBoth('caveat', t('regional.caveat'), 'text'),
      sources,
    ],
    acronym: [
      home,
      line('acronym', t('regional.acronym'), 'COMAR', true),
      ...inBoth('term', t('regional.term'), 'line', true),
      choice('kind', t('regional.kind'), TERM_KINDS, (word) => t(`regional.termKind.${word}`)),
      line('institution', t('regional.institution'), 'MX:COMAR'),
      line('source', t('regional.sources'), undefined, true),
      ...notes,
    ],
  };
}
