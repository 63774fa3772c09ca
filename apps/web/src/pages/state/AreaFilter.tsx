import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { ChipFilter } from '~/ui/ChipFilter';

interface AreaFilterProps {
  areas: { area: string; count: number }[];
  chosen: string | undefined;
  onChoose: (area: string | undefined) => void;
}

/** Shows one area or all. */
export function AreaFilter({ areas, ...choice }: AreaFilterProps) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <ChipFilter
      label={t('field.area')}
      all={t('region.total')}
      items={areas.map(({ area, count }) => ({ value: area, label: names.area(area), count }))}
      {...choice}
    />
  );
}
