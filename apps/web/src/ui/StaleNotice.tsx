import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Callout } from './Callout';

interface StaleNoticeProps {
  /** What the stored version says in a word, if it can be told so. */
  theirs?: string;
  /** @param keep whether what the person wrote stays in the form */
  onChoose: (keep: boolean) => void;
}

/** Somebody saved meanwhile, and what is written is too much to choose field by field: what the person can do about it. Nothing is stored before they save again. */
export function StaleNotice({ theirs, onChoose }: StaleNoticeProps) {
  const { t } = useTranslation();
  return (
    <Callout tone="warn" role="alert" title={t('conflict.title')}>
      <p>{t('conflict.whatToDo')}</p>
      {theirs !== undefined && <p>{theirs}</p>}
      <Group>
        <Button variant="default" onClick={() => onChoose(false)}>
          {t('conflict.takeTheirs')}
        </Button>
        <Button variant="default" onClick={() => onChoose(true)}>
          {t('conflict.keepMine')}
        </Button>
      </Group>
    </Callout>
  );
}
