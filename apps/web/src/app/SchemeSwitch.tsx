import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IconMoon, IconSun } from '~/ui/icons';

/** Light or dark; until somebody chooses, the device decides. */
export function SchemeSwitch() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const now = useComputedColorScheme('light');
  const next = now === 'light' ? 'dark' : 'light';
  return (
    <ActionIcon
      variant="subtle"
      size="lg"
      aria-label={t(next === 'dark' ? 'shell.toDark' : 'shell.toLight')}
      onClick={() => setColorScheme(next)}
    >
      {next === 'dark' ? <IconMoon /> : <IconSun />}
    </ActionIcon>
  );
}
