import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Callout } from '~/ui/Callout';
import { useActFor } from './acting';
import { useMe } from './session';

/** Above every page, as long as the person uses the powers of somebody absent. */
export function ActingBanner() {
  const { t } = useTranslation();
  const { actingFor } = useMe();
  const act = useActFor();
  if (!actingFor) return null;
  return (
    <Callout tone="warn" role="status">
      <Group justify="space-between" gap="xs" mb="sm">
        <strong>{t('shell.acting', { name: actingFor.name })}</strong>
        <Button size="compact-sm" variant="default" loading={act.isPending} onClick={() => act.mutate(null)}>
          {t('shell.actAsSelf')}
        </Button>
      </Group>
    </Callout>
  );
}
