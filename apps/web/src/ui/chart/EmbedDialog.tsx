import { Button, CopyButton, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Dialog } from '~/ui/Dialog';
import classes from './EmbedDialog.module.css';

interface EmbedDialogProps {
  title: string;
  chart: string;
  onClose: () => void;
}

const quoted = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The line that another site puts into a page, and what it will show. */
export function EmbedDialog({ title, chart, onClose }: EmbedDialogProps) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const address = `${location.origin}/embed/${lang}/${chart}`;
  const line = `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="460" style="border:0" loading="lazy"></iframe>`;
  return (
    <Dialog title={t('site.embedTitle')} onClose={onClose} wide>
      <p>{t('site.embedText')}</p>
      <Textarea label={t('site.embedLine')} value={line} readOnly autosize={false} rows={4} />
      <p className={classes.row}>
        <CopyButton value={line}>
          {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'site.copied' : 'site.copy')}</Button>}
        </CopyButton>
        <a href={address} target="_blank" rel="noreferrer">
          {t('site.embedAlone')}
        </a>
      </p>
      <iframe src={address} title={title} className={classes.frame} />
    </Dialog>
  );
}
