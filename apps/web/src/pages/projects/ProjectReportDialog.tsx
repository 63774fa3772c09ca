import { useTranslation } from 'react-i18next';
import { numberOf } from '~/pages/update-form/numbers';
import { Dialog } from '~/ui/Dialog';
import { notify } from '~/ui/notice';
import { RecordForm } from '~/ui/RecordForm';
import { severalIn, writtenIn } from '~/ui/record-values';
import { QUALIFIERS } from '~/ui/vocabulary';
import { DAY_PRECISIONS } from './project-text';
import { useReportProject } from './queries';

/** A further report on a project; those before it stay. */
export function ProjectReportDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const report = useReportProject(id);
  return (
    <Dialog title={t('project.report')} onClose={onClose} wide>
      <p>{t('project.reportText')}</p>
      <RecordForm
        fields={[
          { name: 'asOf', label: t('pledge.asOf'), kind: 'day' },
          {
            name: 'asOfPrecision',
            label: t('project.precision'),
            kind: 'choice',
            options: DAY_PRECISIONS.map((value) => ({ value, label: t(`project.precisionWord.${value}`) })),
          },
          { name: 'percent', label: t('project.complete'), kind: 'number' },
          { name: 'statusEn', label: t('project.statusEn'), kind: 'line' },
          { name: 'statusEs', label: t('project.statusEs'), kind: 'line' },
          { name: 'reached', label: t('project.reached'), kind: 'number' },
          {
            name: 'reachedQualifier',
            label: t('project.qualifier'),
            kind: 'choice',
            options: [
              { value: '', label: t('project.notStated') },
              ...QUALIFIERS.map((value) => ({ value, label: t(`word.qualifier.${value}`) })),
            ],
          },
          {
            name: 'sources',
            label: t('pledge.sources'),
            hint: t('form.onePerLine'),
            kind: 'text',
            required: true,
          },
        ]}
        values={{ asOfPrecision: 'day' }}
        submit={t('project.report')}
        busy={report.isPending}
        error={report.error}
        onCancel={onClose}
        onSubmit={(values) =>
          report.mutate(
            {
              asOf: writtenIn(values, 'asOf'),
              asOfPrecision: DAY_PRECISIONS.find((word) => word === values['asOfPrecision']) ?? 'day',
              percent: numberOf(values['percent'] ?? ''),
              statusEn: writtenIn(values, 'statusEn'),
              statusEs: writtenIn(values, 'statusEs'),
              reached: numberOf(values['reached'] ?? ''),
              reachedQualifier: QUALIFIERS.find((word) => word === values['reachedQualifier']) ?? null,
              sources: severalIn(values, 'sources', /\n+/),
            },
            {
              onSuccess: () => {
                notify(t('project.reported'));
                onClose();
              },
            },
          )
        }
      />
    </Dialog>
  );
}
