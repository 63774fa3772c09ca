import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { notify } from '~/ui/notice';
import { ReasonDialog } from '~/ui/ReasonDialog';
import { type Unfinished, useExplain } from './queries';

/** Says why a commitment has no update in this cycle, so that the State can submit. */
export function ExplainDialog({
  cycleKey,
  item,
  onClose,
}: {
  cycleKey: string;
  item: Unfinished;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { lang, text } = useLang();
  const explaining = useExplain(cycleKey, item.commitmentId);
  return (
    <ReasonDialog
      title={`${item.code} ${text(item, 'title')}`}
      text={t('explain.text')}
      label={t('explain.label')}
      submit={t('explain.submit')}
      templates={[t('explain.noInformation'), t('explain.notStarted')]}
      busy={explaining.isPending}
      error={explaining.error}
      onClose={onClose}
      onSubmit={(reason) =>
        explaining.mutate(
          { kind: 'not_assessed', ...(lang === 'en' ? { textEn: reason } : { textEs: reason }) },
          {
            onSuccess: () => {
              notify(t('explain.done', { code: item.code }));
              onClose();
            },
          },
        )
      }
    />
  );
}
