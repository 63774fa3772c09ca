import { useTranslation } from 'react-i18next';
import { api, body, seen } from '~/api/client';
import { bothIn, numberIn } from '~/ui/record-fields';
import { RecordDialog } from '~/ui/RecordDialog';
import type { RecordField } from '~/ui/RecordForm';
import { type RecordValues, severalIn, writtenIn } from '~/ui/record-values';
import { type Parts, type PartKind, partsOf, putAt, withoutAt } from './parts';
import type { Agreement, Mechanism, Session } from './queries';

const PRECISIONS = ['day', 'month', 'year'] as const;
const STATUSES = ['agreed', 'in_progress', 'done', 'dropped', 'unknown'] as const;

interface PartDialogProps {
  mechanism: Mechanism;
  kind: PartKind;
  /** Its place, from 0; null: a new one. */
  place: number | null;
  onClose: () => void;
}

/** Writes a session or an agreement of a mechanism, or takes it away; the mechanism is saved as one. */
export function PartDialog({ mechanism, kind, place, onClose }: PartDialogProps) {
  const { t } = useTranslation();
  const save = ({ sessions, agreements }: Parts) =>
    body(
      api.PUT('/api/mechanisms/{id}', {
        params: { path: { id: mechanism.id }, header: seen(mechanism.version) },
        body: { ...bodyOf(mechanism), sessions, agreements },
      }),
    );
  const both = partsOf(mechanism);
  return (
    <RecordDialog
      title={t(place === null ? `mechanism.add.${kind}` : `mechanism.edit.${kind}`)}
      fields={useFields(mechanism)[kind]}
      values={valuesOf(both, kind, place)}
      changes={['mechanism', 'mechanisms']}
      save={(values) =>
        save(
          kind === 'session'
            ? { ...both, sessions: putAt(both.sessions, place, sessionOf(values)) }
            : { ...both, agreements: putAt(both.agreements, place, agreementOf(values)) },
        )
      }
      {...(place === null ? {} : { remove: () => save(withoutAt(both, kind, place)) })}
      part={`${kind}s`}
      onClose={onClose}
    />
  );
}

function useFields(mechanism: Mechanism): Record<PartKind, RecordField[]> {
  const { t } = useTranslation();
  const line = (name: string, label: string, required = false): RecordField => ({
    ...{ name, label, kind: 'line', required },
  });
  const commitments: RecordField = {
    name: 'commitments',
    label: t('mechanism.commitments'),
    kind: 'line',
    hint: `${mechanism.stateCode}-01, ${mechanism.stateCode}-02`,
  };
  const source = line('source', t('mechanism.source'));
  return {
    session: [
      { name: 'heldOn', label: t('mechanism.heldOn'), kind: 'day', required: true },
      {
        ...{ name: 'dayPrecision', label: t('mechanism.precision'), kind: 'choice' },
        options: PRECISIONS.map((value) => ({ value, label: t(`mechanism.precisionWord.${value}`) })),
      },
      line('titleEn', t('mechanism.textEn'), true),
      line('titleEs', t('mechanism.textEs'), true),
      line('attendanceEn', t('mechanism.attendanceEn')),
      line('attendanceEs', t('mechanism.attendanceEs')),
      commitments,
      source,
    ],
    agreement: [
      { name: 'textEn', label: t('mechanism.textEn'), kind: 'text', required: true },
      { name: 'textEs', label: t('mechanism.textEs'), kind: 'text', required: true },
      {
        ...{ name: 'status', label: t('mechanism.status'), kind: 'choice' },
        options: STATUSES.map((value) => ({ value, label: t(`mechanism.statusWord.${value}`) })),
      },
      {
        name: 'session',
        label: t('mechanism.atSession'),
        kind: 'number',
        hint: t('mechanism.atSessionHint'),
      },
      { name: 'dueOn', label: t('mechanism.dueOn'), kind: 'day' },
      commitments,
      source,
    ],
  };
}

function valuesOf({ sessions, agreements }: Parts, kind: PartKind, place: number | null): RecordValues {
  const row = place === null ? undefined : kind === 'session' ? sessions[place] : agreements[place];
  if (!row) return { dayPrecision: 'day', status: 'agreed' };
  const plain = Object.entries(row).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
  );
  return { ...Object.fromEntries(plain), commitments: row.commitments.join(', ') };
}

const sessionOf = (values: RecordValues): Session => ({
  ...bothIn(values, 'title'),
  ...bothIn(values, 'attendance'),
  heldOn: values['heldOn'] ?? '',
  dayPrecision: values['dayPrecision'] as Session['dayPrecision'],
  source: writtenIn(values, 'source'),
  commitments: severalIn(values, 'commitments'),
});

const agreementOf = (values: RecordValues): Agreement => ({
  ...bothIn(values, 'text'),
  status: values['status'] as Agreement['status'],
  session: numberIn(values['session']),
  dueOn: writtenIn(values, 'dueOn'),
  source: writtenIn(values, 'source'),
  commitments: severalIn(values, 'commitments'),
});

const READ_ONLY = ['id', 'key', 'stateCode', 'version'];

/** What of a mechanism is written; the API takes nothing else. */
const bodyOf = (mechanism: Mechanism): Mechanism =>
  Object.fromEntries(Object.entries(mechanism).filter(([name]) => !READ_ONLY.includes(name))) as Mechanism;
