import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cyclesQuery } from '~/api/reference';

/** To the report in preparation of the newest cycle that has begun. */
export function PreparationLink() {
  const { t } = useTranslation();
  const begun = (useQuery(cyclesQuery).data ?? []).filter(({ state }) => state !== 'planned');
  const newest = begun.toSorted((a, b) => b.dueOn.localeCompare(a.dueOn))[0];
  if (!newest) return null;
  return (
    <Button
      variant="default"
      renderRoot={(props) => (
        <Link {...props} to="/reports/preparation/$cycle" params={{ cycle: newest.key }} />
      )}
    >
      {t('reports.preparation')}
    </Button>
  );
}
