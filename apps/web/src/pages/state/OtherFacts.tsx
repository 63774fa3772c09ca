import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { FactList } from '~/ui/FactList';
import { Panel } from '~/ui/Panel';
import { otherFactsQuery } from './queries';

/** Facts of a State's cycle that no commitment of its plan answers, under their area or section. */
export function OtherFacts({ stateCode, cycle }: { stateCode: string; cycle: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const facts = useQuery(otherFactsQuery(stateCode, cycle)).data?.items ?? [];
  if (facts.length === 0) return null;
  const groups = Map.groupBy(facts, (fact) =>
    fact.areaKey ? names.area(fact.areaKey) : t(`word.factSection.${fact.section ?? 'context'}`),
  );
  return (
    <Panel title={t('state.otherFacts')} aside={<span className="soft">{t('state.otherFactsHint')}</span>}>
      {[...groups].map(([name, members]) => (
        <div key={name}>
          <h3>{name}</h3>
          <FactList facts={members} />
        </div>
      ))}
    </Panel>
  );
}
