import { useTranslation } from 'react-i18next';
import { Sign, type Tone } from '~/ui/Sign';
import type { PlanSummary } from './queries';

export const PRIORITIES = ['low', 'normal', 'high'] as const;
export const PLAN_BASES = ['own', 'regional_template'] as const;

const STATUSES: Record<PlanSummary['status'], [Tone, string]> = {
  draft: ['warn', '✎'],
  adopted: ['good', '●'],
  superseded: ['quiet', '○'],
};

/** Whether a plan version is being written, in force or replaced. */
export function PlanSign({ status }: Pick<PlanSummary, 'status'>) {
  const { t } = useTranslation();
  const [tone, shape] = STATUSES[status];
  return <Sign tone={tone} shape={shape} text={t(`plan.statusWord.${status}`)} />;
}
