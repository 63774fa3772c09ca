import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Callout } from '~/ui/Callout';
import { ProblemAlert } from '~/ui/ProblemAlert';
import classes from './FormBar.module.css';
import type { UpdateForm } from './use-update-form';

const SHAPES = { nowhere: '', device: '●', sending: '↑', conflict: '≠', server: '✓' } as const;

interface FormBarProps {
  form: UpdateForm;
  onSave: () => void;
  onPreview: () => void;
}

/** Always in sight: where the words are safe, and the ways on. */
export function FormBar({ form, onSave, onPreview }: FormBarProps) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const { save, safety, since, problems, refusal } = form;
  return (
    <div className={classes.bar}>
      {save.isError && <ProblemAlert error={save.error} />}
      {refusal !== null && (
        <Callout tone="bad" role="alert" title={t('problem.title')}>
          <p>{refusal}</p>
        </Callout>
      )}
      {problems.size > 0 && (
        <p role="alert" className={classes.wrong}>
          {t('form.corrections', { count: problems.size })}
        </p>
      )}
      <div className={classes.row}>
        <span role="status" className={classes.safety}>
          <span aria-hidden>{SHAPES[safety]}</span> {t(`form.safety.${safety}`, { at: instant(since) })}
        </span>
        <Button
          variant="default"
          onClick={onSave}
          loading={save.isPending && save.variables?.submit === false}
        >
          {t('form.saveDraft')}
        </Button>
        <Button variant="default" onClick={onPreview}>
          {t('form.preview')}
        </Button>
        <Button type="submit" loading={save.isPending && save.variables?.submit === true}>
          {t('form.submit')}
        </Button>
      </div>
    </div>
  );
}
