import { Button } from '@mantine/core';
import { lazy, Suspense, use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Embedding } from './embedding';

const EmbedDialog = lazy(async () => ({ default: (await import('./EmbedDialog')).EmbedDialog }));

interface EmbedButtonProps {
  title: string;
  /** The chart's own address within `/embed/<language>/`, with its question. */
  chart: string;
}

/** Gives what another site needs to show a chart; nothing where charts are not public. */
export function EmbedButton({ title, chart }: EmbedButtonProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!use(Embedding)) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t('site.embedOne', { title })}
        onClick={() => setOpen(true)}
      >
        {t('site.embed')}
      </Button>
      <Suspense>
        {open && <EmbedDialog title={title} chart={chart} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
