import { useTranslation } from 'react-i18next';
import { CountBar } from '~/pages/region/CountBar';
import { countOf } from '~/pages/region/measure';
import type { Cell } from '~/pages/region/queries';
import { OUTLOOKS, STAGES } from '~/ui/vocabulary';
import classes from './MeetingPage.module.css';

/** The commitments of a cell by stage and by outlook. */
export function Bars({ cell }: { cell: Cell }) {
  const { t } = useTranslation();
  const rest = { label: t('value.notReported'), count: cell.commitments - cell.reported };
  return (
    <div className={classes.bars}>
      <CountBar
        title={t('field.stage')}
        parts={STAGES.map((word) => ({
          word,
          label: t(`word.stage.${word}`),
          count: countOf(cell.stages, word),
        }))}
        rest={rest}
      />
      <CountBar
        title={t('field.outlook')}
        parts={OUTLOOKS.map((word) => ({
          word,
          label: t(`word.outlook.${word}`),
          count: countOf(cell.outlooks, word),
        }))}
        rest={rest}
      />
    </div>
  );
}
