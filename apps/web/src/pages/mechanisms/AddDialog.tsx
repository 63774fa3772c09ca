import { useTranslation } from 'react-i18next';
import { Dialog } from '~/ui/Dialog';
import { notify } from '~/ui/notice';
import { type RecordField, RecordForm, type RecordValues, severalIn, writtenIn } from '~/ui/RecordForm';
import { type Agreement, type Mechanism, type Session, useSaveMechanism } from './queries';

export type Added = 'session' | 'agreement';
const PRECISIONS = ['day', 'month', 'year'] as const;
const STATUSES = ['agreed', 'in_progress', 'done', 'dropped', 'unknown'] as const;

/** Adds a session or an agreement to a mechanism. */
export function AddDialog({
  mechanism,
  kind,
  onClose,
}: {
  mechanism: Mechanism;
  kind: Added;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const save = useSaveMechanism(mechanism);
  const commitments: RecordField = {
    name: 'commitments',
    label: t('mechanism.commitments'),
    kind: 'line',
    hint: `${mechanism.stateCode}-01, ${mechanism.stateCode}-02`,
  };
  const source: RecordField = { name: 'source', label: t('mechanism.source'), kind: 'line' };
  const fields: RecordField[] =
    kind === 'session'
      ? [
          { name: 'heldOn', label: t('mechanism.heldOn'), kind: 'day', required: true },
          {
            name: 'dayPrecision',
            label: t('mechanism.precision'),
            kind: 'choice',
            options: PRECISIONS.map((value) => ({ value, label: t(`mechanism.precisionWord.${value}`) })),
          },
          { name: 'titleEn', label: t('mechanism.textEn'), kind: 'line', required: true },
          { name: 'titleEs', label: t('mechanism.textEs'), kind: 'line', required: true },
          commitments,
          source,
        ]
      : [
          { name: 'textEn', label: t('mechanism.textEn'), kind: 'text', required: true },
          { name: 'textEs', label: t('mechanism.textEs'), kind: 'text', required: true },
          {
            name: 'status',
            label: t('mechanism.status'),
            kind: 'choice',
            options: STATUSES.map((value) => ({ value, label: t(`mechanism.statusWord.${value}`) })),
          },
          { name: 'dueOn', label: t('mechanism.dueOn'), kind: 'day' },
          commitments,
          source,
        ];
  const withMore = (values: RecordValues) => ({
    ...mechanism,
    sessions: kind === 'session' ? [...mechanism.sessions, sessionOf(values)] : mechanism.sessions,
    agreements: kind === 'agreement' ? [...mechanism.agreements, agreementOf(values)] : mechanism.agreements,
  });
  return (
    <Dialog title={t(`mechanism.add.${kind}`)} onClose={onClose}>
      <RecordForm
        fields={fields}
        values={{ dayPrecision: 'day', status: 'agreed' }}
        submit={t('mechanism.save')}
        busy={save.isPending}
        error={save.error}
        onCancel={onClose}
        onSubmit={(values) =>
          save.mutate(bodyOf(withMore(values)), {
            onSuccess: () => {
              notify(t('mechanism.saved'));
              onClose();
            },
          })
        }
      />
    </Dialog>
  );
}

const sessionOf = (values: RecordValues): Session => ({
  heldOn: values['heldOn'] ?? '',
  dayPrecision: values['dayPrecision'] as Session['dayPrecision'],
  titleEn: values['titleEn'] ?? '',
  titleEs: values['titleEs'] ?? '',
  source: writtenIn(values, 'source'),
  commitments: severalIn(values, 'commitments'),
});

const agreementOf = (values: RecordValues): Agreement => ({
  textEn: values['textEn'] ?? '',
  textEs: values['textEs'] ?? '',
  status: values['status'] as Agreement['status'],
  dueOn: writtenIn(values, 'dueOn'),
  source: writtenIn(values, 'source'),
  commitments: severalIn(values, 'commitments'),
});

type Body = Parameters<ReturnType<typeof useSaveMechanism>['mutate']>[0];
const READ_ONLY = ['id', 'stateCode', 'version'];

/** What of a mechanism is written; the API takes nothing else. */
const bodyOf = (mechanism: Mechanism): Body =>
  Object.fromEntries(
    Object.entries(mechanism).filter(([name]) => !READ_ONLY.includes(name)),
  ) as unknown as Body;
