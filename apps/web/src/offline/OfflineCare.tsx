import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { OutboxStrip } from '~/outbox/OutboxStrip';
import { Callout } from '~/ui/Callout';
import { fetchForms } from './fetch-forms';
import { keepAnswers } from './kept-answers';
import { openWithoutNetwork, takeNewVersion, useNewVersion } from './new-version';

/** Sends what is written, keeps ready, for somebody who writes updates, what they need where there is no network; offers new versions. */
export function OfflineCare({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const offered = useNewVersion();
  useEffect(() => {
    void openWithoutNetwork().catch(() => undefined);
    const stop = [keepAnswers(client), fetchForms(client)];
    return () => stop.forEach((end) => end());
  }, [client]);
  return (
    <>
      <OutboxStrip userId={userId} />
      {offered && (
        <Callout tone="info" role="status">
          <Group justify="space-between" gap="xs">
            <span>{t('offline.newVersion')}</span>
            <Button size="compact-sm" variant="default" onClick={takeNewVersion}>
              {t('offline.takeNewVersion')}
            </Button>
          </Group>
        </Callout>
      )}
    </>
  );
}
