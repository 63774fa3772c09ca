import type { ComponentProps } from 'react';
import { LatePanel } from '~/pages/late/LatePanel';
import { MovesPanel } from '~/pages/moves/MovesPanel';
import { RegionMore } from './RegionMore';

/** What the public sees of the region as charts, among what is for those who work on it. */
export function RegionWork(props: ComponentProps<typeof RegionMore>) {
  return (
    <>
      <LatePanel cycleKey={props.cycleKey} />
      <RegionMore {...props} />
      <MovesPanel cycleKey={props.cycleKey} />
    </>
  );
}
