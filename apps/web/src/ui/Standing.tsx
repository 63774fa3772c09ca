import type { Schemas } from '~/api/client';
import { Percent } from './Percent';
import { IllustrativeMark } from './Sign';
import { OutlookSign, StageSign } from './Words';

type Assessed = Pick<Schemas['UpdateSummary'], 'stage' | 'outlook' | 'percent' | 'illustrative'>;

/** Stage, outlook and percent of an update; what is illustrative is marked, once where all of it is. */
export function Standing({ update }: { update: Assessed }) {
  const { stage, outlook, illustrative } = update;
  const percent = update.percent ?? null;
  const shown = [stage && 'stage', outlook && 'outlook', percent !== null && 'percent'].filter(
    (field) => typeof field === 'string',
  );
  const all = shown.length > 1 && shown.every((field) => illustrative.some((marked) => marked === field));
  const marked = (field: 'stage' | 'outlook' | 'percent') => !all && illustrative.includes(field);
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.4rem 0.85rem', alignItems: 'center' }}>
      {stage && <StageSign word={stage} illustrative={marked('stage')} />}
      {outlook && <OutlookSign word={outlook} illustrative={marked('outlook')} />}
      {percent !== null && <Percent value={percent} illustrative={marked('percent')} />}
      {all && <IllustrativeMark />}
    </div>
  );
}
