import { useLocalStorage } from '@mantine/hooks';

/** The keys of the review; each works while nothing is being written and no dialog is open. */
export const REVIEW_KEYS = { next: 'j', previous: 'k', approve: 'a', return: 'r' } as const;

/** Whether single keys act on this device; they can be switched off (WCAG 2.1.4). */
export const useReviewKeys = () =>
  useLocalStorage<boolean>({ key: 'mirps.review-keys', defaultValue: true, getInitialValueInEffect: false });
