import { useTranslation } from 'react-i18next';
import { Term } from '~/glossary/Term';
import { OUTLOOKS, STAGES } from '~/ui/vocabulary';
import { CountBar } from './CountBar';
import { countOf } from './measure';
import type { Cell } from './queries';

type Counted = Pick<Cell, 'commitments' | 'reported' | 'stages' | 'outlooks'>;

/** The commitments of a cell by stage and by outlook, two bars. */
export function CellBars({ cell }: { cell: Counted }) {
  const { t } = useTranslation();
  const rest = { label: t('value.notReported'), count: cell.commitments - cell.reported };
  return (
    <>
      <CountBar
        title={<Term of="stage">{t('field.stage')}</Term>}
        parts={STAGES.map((word) => ({
          word,
          label: t(`word.stage.${word}`),
          count: countOf(cell.stages, word),
        }))}
        rest={rest}
      />
      <CountBar
        title={<Term of="outlook">{t('field.outlook')}</Term>}
        parts={OUTLOOKS.map((word) => ({
          word,
          label: t(`word.outlook.${word}`),
          count: countOf(cell.outlooks, word),
        }))}
        rest={rest}
      />
    </>
  );
}
