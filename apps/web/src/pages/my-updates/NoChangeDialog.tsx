import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { notify } from '~/ui/notice';
import { ReasonDialog } from '~/ui/ReasonDialog';
import { type Due, useNoChange } from './queries';

/** "Nothing changed": one press and, if wanted, a word about it. */
export function NoChangeDialog({ item, onClose }: { item: Due; onClose: () => void }) {
  const { t } = useTranslation();
  const { lang, text } = useLang();
  const saying = useNoChange();
  return (
    <ReasonDialog
      title={`${item.code} ${text(item, 'title')}`}
      text={t('noChange.text')}
      label={t('noChange.label')}
      submit={t('noChange.submit')}
      templates={[t('noChange.ongoing'), t('noChange.awaitingBudget'), t('noChange.awaitingDecision')]}
      busy={saying.isPending}
      error={saying.error}
      onClose={onClose}
      onSubmit={(reason) =>
        saying.mutate(
          {
            commitmentId: item.commitmentId,
            cycleKey: item.cycleKey,
            ...(lang === 'en' ? { narrativeEn: reason } : { narrativeEs: reason }),
          },
          {
            onSuccess: () => {
              notify(t('noChange.done', { code: item.code }));
              onClose();
            },
          },
        )
      }
    />
  );
}
