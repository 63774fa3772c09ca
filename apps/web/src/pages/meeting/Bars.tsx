import { CellBars } from '~/pages/region/CellBars';
import type { Cell } from '~/pages/region/queries';
import classes from './MeetingPage.module.css';

/** The commitments of a cell by stage and by outlook, as large as a meeting reads them. */
export function Bars({ cell }: { cell: Cell }) {
  return (
    <div className={classes.bars}>
      <CellBars cell={cell} />
    </div>
  );
}
