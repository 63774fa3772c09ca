import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '~/ui/Panel';

/** All that is stored about the person, as a file. */
export function OwnData() {
  const { t } = useTranslation();
  return (
    <Panel title={t('account.data.title')}>
      <p>{t('account.data.text')}</p>
      <Button component="a" href="/api/me/export" download="my-data.json" variant="default">
        {t('account.data.download')}
      </Button>
    </Panel>
  );
}
