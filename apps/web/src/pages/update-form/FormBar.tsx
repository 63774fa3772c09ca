import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isProblem } from '~/api/problem';
import { useLang } from '~/i18n/use-lang';
import { ProblemAlert } from '~/ui/ProblemAlert';
import classes from './FormBar.module.css';
import { UnreadableNumbers, type UpdateForm } from './use-update-form';

/** Always in sight: where the words are safe, and the two ways on. */
export function FormBar({ form, onSave }: { form: UpdateForm; onSave: () => void }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const { save, safety, problems } = form;
  const told = isProblem(save.error) && save.error.fields.length === 0 && save.error.code !== 'stale';
  const unread =
    save.error instanceof UnreadableNumbers || (isProblem(save.error) && save.error.fields.length > 0);
  return (
    <div className={classes.bar}>
      {told && <ProblemAlert error={save.error} />}
      {unread && problems.size > 0 && (
        <p role="alert" className={classes.wrong}>
          {t('form.corrections', { count: problems.size })}
        </p>
      )}
      <div className={classes.row}>
        <span role="status" className={classes.safety}>
          {safety.at === 'nowhere' && t('form.nothingYet')}
          {safety.at === 'device' && `● ${t('form.onDevice', { at: instant(safety.since) })}`}
          {safety.at === 'server' && `✓ ${t('form.onServer', { at: instant(safety.since) })}`}
        </span>
        <Button
          variant="default"
          onClick={onSave}
          loading={save.isPending && save.variables?.submit === false}
        >
          {t('form.saveDraft')}
        </Button>
        <Button type="submit" loading={save.isPending && save.variables?.submit === true}>
          {t('form.submit')}
        </Button>
      </div>
    </div>
  );
}
