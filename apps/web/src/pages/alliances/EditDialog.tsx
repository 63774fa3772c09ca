import { useTranslation } from 'react-i18next';
import { inBoth } from '~/ui/record-fields';
import { RecordDialog } from '~/ui/RecordDialog';
import type { RecordField } from '~/ui/RecordForm';
import { type Edited, remove, save, valuesOf } from './edited';

const DIALOGUES = ['civil_society', 'private_sector', 'academia'] as const;
const EVENTS = ['oas', 'learning'] as const;
const PRECISIONS = ['day', 'month', 'year'] as const;

/** By what a row is found again. */
const NAMES: Record<Edited['kind'], string[]> = {
  dialogue: ['year', 'kind'],
  event: [],
  platform: [],
  chair: [],
};

/** Writes a dialogue mechanism, an event, the Support Platform or one of its chairs. */
export function EditDialog({ edited, onClose }: { edited: Edited; onClose: () => void }) {
  const { t } = useTranslation();
  const fixed = edited.row ? NAMES[edited.kind] : [];
  const fields = useFields()[edited.kind].filter(({ name }) => !fixed.includes(name));
  const removable = edited.row !== null && edited.kind !== 'platform';
  return (
    <RecordDialog
      title={t(edited.row ? `alliance.edit.${edited.kind}` : `alliance.add.${edited.kind}`)}
      fields={fields}
      values={valuesOf(edited)}
      changes={['alliances']}
      save={(values) => save(edited, values)}
      {...(removable ? { remove: () => remove(edited) } : {})}
      {...(edited.kind === 'chair' ? { part: 'chairs' } : {})}
      onClose={onClose}
    />
  );
}

/** The fields of each form in order. */
function useFields(): Record<Edited['kind'], RecordField[]> {
  const { t } = useTranslation();
  const number = (name: string, label: string, required = false): RecordField => ({
    ...{ name, label, kind: 'number', required },
  });
  const lines = (name: string, label: string, hint: string, required = false): RecordField => ({
    ...{ name, label, kind: 'text', hint, required },
  });
  const kinds = (words: readonly (typeof DIALOGUES | typeof EVENTS)[number][]): RecordField => ({
    ...{ name: 'kind', label: t('alliance.kind'), kind: 'choice' },
    options: words.map((value) => ({ value, label: t(`alliance.kindWord.${value}`) })),
  });
  const precision = (name: string, optional = false): RecordField => ({
    ...{ name, label: t('mechanism.precision'), kind: 'choice' },
    options: [
      ...(optional ? [{ value: '', label: t('alliance.notStated') }] : []),
      ...PRECISIONS.map((value) => ({ value, label: t(`mechanism.precisionWord.${value}`) })),
    ],
  });
  const sources = lines('sources', t('alliance.sources'), t('form.onePerLine'), true);
  const year = number('year', t('alliance.year'), true);
  return {
    dialogue: [
      year,
      kinds(DIALOGUES),
      ...inBoth('name', t('alliance.name'), 'line', true),
      ...inBoth('lead', t('alliance.lead')),
      ...inBoth('status', t('alliance.status')),
      { name: 'launchedOn', label: t('alliance.launched'), kind: 'day' },
      precision('launchedPrecision', true),
      lines('steps', t('alliance.steps'), t('alliance.stepsHint')),
      lines('areas', t('alliance.areas'), t('alliance.wordsHint')),
      sources,
    ],
    event: [
      kinds(EVENTS),
      year,
      { name: 'heldOn', label: t('alliance.heldOn'), kind: 'day' },
      precision('heldPrecision'),
      ...inBoth('name', t('alliance.name'), 'line', true),
      ...inBoth('detail', t('alliance.detail'), 'text'),
      sources,
    ],
    platform: [
      number('launched', t('alliance.launched'), true),
      lines('members', t('alliance.members'), t('alliance.membersHint')),
      lines('notes', t('alliance.notes'), t('alliance.wordsHint')),
      sources,
    ],
    chair: [
      ...inBoth('name', t('alliance.name'), 'line', true),
      number('fromYear', t('alliance.from'), true),
      number('untilYear', t('alliance.until')),
      ...inBoth('period', t('alliance.period'), 'line', true),
      ...inBoth('priority', t('alliance.priority'), 'text'),
      ...inBoth('note', t('alliance.note'), 'text'),
      sources,
    ],
  };
}
