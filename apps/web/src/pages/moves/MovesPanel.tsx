import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { Choice } from '~/ui/Choice';
import { useCycleName } from '~/ui/cycle-name';
import { FoldingPanel } from '~/ui/FoldingPanel';
import { Loaded } from '~/ui/Loaded';
import { CycleSign } from '~/ui/Words';
import { MoveCounts } from './MoveCounts';
import { MoveList } from './MoveList';
import classes from './Moves.module.css';
import { movesQuery, type StageMoves } from './queries';

/** Which commitments changed their stage since the last cycle, State by State, or of one. */
export function MovesPanel({ cycleKey, stateCode }: { cycleKey: string; stateCode?: string }) {
  const { t } = useTranslation();
  const moves = useQuery(movesQuery(cycleKey, stateCode));
  if (moves.data?.comparedWith.length === 0) return null;
  return (
    <FoldingPanel title={t('moves.title')}>
      <Loaded query={moves}>{(told) => <Moves told={told} ofOne={stateCode !== undefined} />}</Loaded>
    </FoldingPanel>
  );
}

function Moves({ told, ofOne }: { told: StageMoves; ofOne: boolean }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const names = useNames();
  const name = useCycleName();
  const { comparedWith, cycleKey, cycleState, endorsedAt } = told;
  const [chosen, setChosen] = useState(comparedWith[0]?.since ?? 'same');
  const before = comparedWith.find(({ since }) => since === chosen);
  const items = told.items.filter(({ since }) => since === chosen);
  const states = told.states.filter(({ since }) => since === chosen);
  const compared = states.reduce((sum, state) => sum + state.compared, 0);
  if (!before) return null;
  return (
    <>
      {comparedWith.length > 1 && (
        <Choice
          legend={t('moves.compareWith')}
          name="since"
          options={comparedWith.map(({ since, cycleKey: key }) => ({ value: since, label: name(key) }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <p className={classes.cycles}>
        {name(before.cycleKey)} <CycleSign word={before.cycleState} /> <span aria-hidden>→</span>{' '}
        {name(cycleKey)} <CycleSign word={cycleState} />
      </p>
      <p className="soft">
        {endorsedAt ? t('moves.frozen', { at: instant(endorsedAt) }) : t('moves.live')}{' '}
        {t('moves.moved', { moved: items.length, compared })}
      </p>
      {!ofOne && <MoveCounts states={states} cycleKey={cycleKey} />}
      {ofOne ? (
        <MoveList items={items} />
      ) : (
        [...Map.groupBy(items, ({ stateCode }) => stateCode)].map(([code, mine]) => (
          <details key={code} className={classes.state}>
            <summary>{t('moves.ofState', { state: names.state(code), count: mine.length })}</summary>
            <MoveList items={mine} />
          </details>
        ))
      )}
    </>
  );
}
