import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Panel } from '~/ui/Panel';
import { Percent } from '~/ui/Percent';
import type { UpdateDetail } from './queries';

/** How far each milestone is. */
export function MilestoneList({ milestones }: { milestones: UpdateDetail['milestones'] }) {
  const { t } = useTranslation();
  const { text } = useLang();
  return (
    <Panel title={t('commitment.milestones')}>
      <ul style={{ margin: 0, paddingLeft: '1.1rem', display: 'grid', gap: '0.4rem' }}>
        {milestones.map((milestone) => (
          <li key={milestone.milestoneId}>
            {text(milestone, 'title')} <Percent value={milestone.percent} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
