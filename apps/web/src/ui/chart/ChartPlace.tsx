import { Skeleton } from '@mantine/core';

/** Keeps the place of a chart whose drawing is still to come. @param bars how many; none for lines */
export const ChartPlace = ({ bars }: { bars?: number }) => (
  <Skeleton height={bars === undefined ? 430 : 200 + bars * 34} mb="md" radius="md" />
);
