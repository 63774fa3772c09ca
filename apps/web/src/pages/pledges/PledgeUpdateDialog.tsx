import { useTranslation } from 'react-i18next';
import { Dialog } from '~/ui/Dialog';
import { notify } from '~/ui/notice';
import { RecordForm } from '~/ui/RecordForm';
import { severalIn, writtenIn } from '~/ui/record-values';
import { type Pledge, useReportPledge } from './queries';
import { PLEDGE_STAGES } from './words';

/** A new update of a pledge; it takes the place of the one in force. */
export function PledgeUpdateDialog({ pledge, onClose }: { pledge: Pledge; onClose: () => void }) {
  const { t } = useTranslation();
  const report = useReportPledge(pledge.id);
  return (
    <Dialog title={t('pledge.report')} onClose={onClose} wide>
      <p>{t('pledge.reportText')}</p>
      <RecordForm
        fields={[
          {
            name: 'stage',
            label: t('field.stage'),
            kind: 'choice',
            options: [
              {
                value: '',
                label: pledge.derivedStage
                  ? t('pledge.follow', { stage: t(`pledge.stageWord.${pledge.derivedStage}`) })
                  : t('pledge.derivedNothing'),
              },
              ...PLEDGE_STAGES.map((value) => ({ value, label: t(`pledge.stageWord.${value}`) })),
            ],
          },
          { name: 'reason', label: t('pledge.reason'), hint: t('pledge.reasonHint'), kind: 'text' },
          { name: 'accountEn', label: t('pledge.accountEn'), kind: 'text' },
          { name: 'accountEs', label: t('pledge.accountEs'), kind: 'text' },
          { name: 'asOf', label: t('pledge.asOf'), kind: 'day' },
          { name: 'sources', label: t('pledge.sources'), hint: t('form.onePerLine'), kind: 'text' },
        ]}
        values={{}}
        submit={t('pledge.report')}
        busy={report.isPending}
        error={report.error}
        onCancel={onClose}
        onSubmit={(values) =>
          report.mutate(
            {
              stage: (writtenIn(values, 'stage') as (typeof PLEDGE_STAGES)[number] | null) ?? undefined,
              reason: writtenIn(values, 'reason'),
              accountEn: writtenIn(values, 'accountEn'),
              accountEs: writtenIn(values, 'accountEs'),
              asOf: writtenIn(values, 'asOf'),
              sources: severalIn(values, 'sources', /\n+/),
            },
            {
              onSuccess: () => {
                notify(t('pledge.reported'));
                onClose();
              },
            },
          )
        }
      />
    </Dialog>
  );
}
