import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './EmptyState';

interface EmptyListProps {
  /** What the list was narrowed by, as it stands in the address. */
  search: object;
  /** Says that nothing fits. */
  none: string;
}

/** A list with nothing in it: nothing was entered yet, or nothing fits what it was narrowed by, with the way out. */
export function EmptyList({ search, none }: EmptyListProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const withoutFilters = (all: object) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !(name in search)));
  if (Object.keys(search).length === 0) return <EmptyState text={t('list.nothingYet')} />;
  return (
    <EmptyState title={none} text={t('list.otherFilters')}>
      <Button variant="default" onClick={() => void navigate({ to: '.', search: withoutFilters })}>
        {t('list.all')}
      </Button>
    </EmptyState>
  );
}
