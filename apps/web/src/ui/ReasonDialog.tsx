import { Button, Group } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import { LongInput } from './LongInput';
import { ProblemAlert } from './ProblemAlert';
import classes from './ReasonDialog.module.css';

interface ReasonDialogProps {
  title: string;
  /** What the words are for and who reads them. */
  text: string;
  label: string;
  submit: string;
  /** Offered at one press; each is added to the words. */
  templates?: string[];
  /** The words may stay empty. */
  optional?: boolean;
  busy: boolean;
  error: unknown;
  danger?: boolean;
  onSubmit: (reason: string) => void;
  onClose: () => void;
}

/** Asks for words before something is done. */
export function ReasonDialog({ optional = false, templates = [], ...props }: ReasonDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [empty, setEmpty] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!optional && reason.trim() === '') setEmpty(true);
    else props.onSubmit(reason.trim());
  };
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form onSubmit={submit} noValidate>
        <p style={{ marginTop: 0 }}>{props.text}</p>
        {templates.length > 0 && (
          <Group gap="xs" mb="sm" role="group" aria-label={t('reason.templates')}>
            {templates.map((template) => (
              <Button
                key={template}
                size="compact-sm"
                variant="default"
                className={classes.template}
                onClick={() => setReason((before) => withTemplate(before, template))}
              >
                {template}
              </Button>
            ))}
          </Group>
        )}
        <LongInput
          label={props.label}
          required={!optional}
          rows={4}
          value={reason}
          error={empty && reason.trim() === '' ? t('reason.required') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        {props.error !== null && props.error !== undefined && <ProblemAlert error={props.error} />}
        <Group mt="md" justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={props.busy} color={props.danger ? 'red' : undefined}>
            {props.submit}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

/** The words with one more sentence on a line of its own; one that is there already is not said twice. */
const withTemplate = (words: string, template: string): string =>
  words.includes(template) ? words : [words.trimEnd(), template].filter((part) => part !== '').join('\n');
