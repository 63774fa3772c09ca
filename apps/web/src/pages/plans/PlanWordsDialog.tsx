import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { RecordDialog } from '~/ui/RecordDialog';
import { bothIn, inBoth, numberIn } from '~/ui/record-fields';
import { type RecordValues, writtenIn } from '~/ui/record-values';
import { over, type Plan } from './queries';
import { PLAN_BASES } from './words';

/** What a draft says of itself. */
export function PlanWordsDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <RecordDialog
      title={t('plan.words')}
      fields={[
        ...inBoth('title', t('plan.titleOf'), 'line', true),
        {
          name: 'basis',
          label: t('plan.basis'),
          kind: 'choice',
          options: PLAN_BASES.map((value) => ({ value, label: t(`plan.basisWord.${value}`) })),
        },
        {
          name: 'publishedCommitments',
          label: t('plan.publishedNumber'),
          hint: t('plan.publishedHint'),
          kind: 'number',
        },
        { name: 'publishedSource', label: t('plan.publishedSource'), kind: 'line' },
        { name: 'publishedSourceUrl', label: t('plan.publishedUrl'), hint: 'https://', kind: 'line' },
        ...inBoth('note', t('plan.note'), 'text'),
        ...inBoth('publishedNote', t('plan.publishedNote'), 'text'),
      ]}
      values={valuesOf(plan)}
      theirs={(current) => valuesOf(current as Plan)}
      changes={['plan', 'plans']}
      save={(values, seen) =>
        body(
          api.PATCH('/api/plans/{id}', {
            params: over(plan.id, seen ?? plan.version),
            body: {
              ...bothIn(values, 'title'),
              basis: values['basis'] as Plan['basis'],
              publishedCommitments: numberIn(values['publishedCommitments']),
              publishedSource: writtenIn(values, 'publishedSource'),
              publishedSourceUrl: writtenIn(values, 'publishedSourceUrl'),
              noteEn: writtenIn(values, 'noteEn'),
              noteEs: writtenIn(values, 'noteEs'),
              publishedNoteEn: writtenIn(values, 'publishedNoteEn'),
              publishedNoteEs: writtenIn(values, 'publishedNoteEs'),
            },
          }),
        )
      }
      onClose={onClose}
    />
  );
}

const valuesOf = (plan: Plan): RecordValues => ({
  titleEn: plan.titleEn,
  titleEs: plan.titleEs,
  basis: plan.basis,
  publishedCommitments: plan.publishedCommitments?.toString() ?? '',
  publishedSource: plan.publishedSource ?? '',
  publishedSourceUrl: plan.publishedSourceUrl ?? '',
  noteEn: plan.noteEn ?? '',
  noteEs: plan.noteEs ?? '',
  publishedNoteEn: plan.publishedNoteEn ?? '',
  publishedNoteEs: plan.publishedNoteEs ?? '',
});
