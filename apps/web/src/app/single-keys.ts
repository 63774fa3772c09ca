import { useLocalStorage } from '@mantine/hooks';

/** Whether single keys act on this device; they can be switched off (WCAG 2.1.4). */
export const useSingleKeys = () =>
  useLocalStorage<boolean>({ key: 'mirps.review-keys', defaultValue: true, getInitialValueInEffect: false });
