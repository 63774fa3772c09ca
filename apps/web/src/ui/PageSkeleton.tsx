import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The shape of a page while it comes. */
export function PageSkeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('shell.loading')}>
      <Skeleton height={30} width="min(24rem, 80%)" mb="lg" />
      <RowsSkeleton rows={rows} />
    </div>
  );
}

/** The shape of a list while it comes. */
export function RowsSkeleton({ rows = 5, height = 64 }: { rows?: number; height?: number }) {
  return Array.from({ length: rows }, (_, index) => (
    <Skeleton key={index} height={height} mb="sm" radius="md" />
  ));
}
