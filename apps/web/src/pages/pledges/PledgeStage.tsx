import { useTranslation } from 'react-i18next';
import { Sign, type Tone } from '~/ui/Sign';
import type { PledgeSummary } from './queries';
import type { PLEDGE_STAGES } from './words';

const SIGNS: Record<(typeof PLEDGE_STAGES)[number], [Tone, string]> = {
  planning: ['quiet', '◔'],
  in_progress: ['accent', '◑'],
  fulfilled: ['good', '●'],
};

/** The stage of a pledge with where it comes from; without one it says so. */
export function PledgeStage({ pledge }: { pledge: Pick<PledgeSummary, 'stage' | 'stageBasis'> }) {
  const { t } = useTranslation();
  if (!pledge.stage) return <Sign tone="quiet" shape="–" text={t('pledge.noUpdate')} />;
  const [tone, shape] = SIGNS[pledge.stage];
  return (
    <span>
      <Sign tone={tone} shape={shape} text={t(`pledge.stageWord.${pledge.stage}`)} />{' '}
      <span className="soft">{t(`pledge.basis.${pledge.stageBasis}`)}</span>
    </span>
  );
}
