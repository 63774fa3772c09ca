import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Sign } from '~/ui/Sign';
import { StageSign } from '~/ui/Words';
import classes from './Moves.module.css';
import { MOVES } from './moves';
import type { StageMove } from './queries';

/** Commitments that moved, each from stage to stage. */
export function MoveList({ items }: { items: StageMove[] }) {
  const { t } = useTranslation();
  const { text } = useLang();
  if (items.length === 0) return <p>{t('moves.none')}</p>;
  return (
    <ul className={classes.list}>
      {items.map((item) => {
        const way = MOVES.find(({ word }) => word === item.move);
        return (
          <li key={item.commitmentId}>
            <span className={classes.what}>
              <Link to="/commitments/$id" params={{ id: item.commitmentId }}>
                {item.code}
              </Link>{' '}
              {text(item, 'title')}
            </span>
            <span className={classes.way}>
              {way && <Sign tone={way.tone} shape={way.shape} text={t(`moves.word.${way.word}`)} />}
              <StageSign word={item.from} /> <span aria-hidden>→</span>
              <span className={classes.hidden}>{t('moves.to')}</span> <StageSign word={item.to} />
              {item.afterEndorsement && <Sign tone="warn" shape="!" text={t('moves.afterEndorsement')} />}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
