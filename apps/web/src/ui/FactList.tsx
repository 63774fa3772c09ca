import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { BothText } from './BothText';
import classes from './FactList.module.css';
import { breakdownTexts, figureText } from './figure-text';
import { EvidenceList } from './EvidenceList';
import { Institutions } from './Institutions';

/** A fact as it is written or as it is read; only what is stored has ids. */
export type Fact = Omit<Schemas['FactContent'], 'figures'> & {
  id?: string;
  figures?: (Schemas['FigureDto'] & { id?: string })[] | null;
};

interface FactListProps {
  facts: Fact[];
  /** What belongs beside a figure. */
  besideFigure?: (id: string) => ReactNode;
  /** What belongs below a fact as a whole. */
  belowFact?: (id: string) => ReactNode;
}

/** Facts with their figures, each with its source. */
export function FactList({ facts, besideFigure, belowFact }: FactListProps) {
  const { t } = useTranslation();
  const tools = useLang();
  return (
    <ul className={classes.list}>
      {facts.map((fact, index) => (
        <li key={fact.code ?? index} className={classes.fact}>
          <div className={classes.head}>
            <span className={classes.kind}>{t(`word.factKind.${fact.kind}`)}</span>
            {fact.code && <span className="soft">{fact.code}</span>}
          </div>
          <BothText of={fact} name="text" />
          {(fact.figures ?? []).length > 0 && (
            <ul className={classes.figures}>
              {(fact.figures ?? []).map((figure, place) => (
                <li key={place}>
                  <strong>{figureText(figure, t, tools)}</strong>
                  {breakdownTexts(figure, t, tools).map((line) => (
                    <div key={line} className="soft">
                      {line}
                    </div>
                  ))}
                  {figure.source && (
                    <div className="soft">{t('figure.source', { source: figure.source })}</div>
                  )}
                  {figure.id !== undefined && besideFigure?.(figure.id)}
                </li>
              ))}
            </ul>
          )}
          <div className={classes.note}>
            <BothText of={fact} name="note" />
          </div>
          {(fact.institutions ?? []).length > 0 && <Institutions keys={fact.institutions ?? []} />}
          {fact.source && <p className="soft">{t('figure.source', { source: fact.source })}</p>}
          <EvidenceList evidence={fact.evidence ?? []} />
          {fact.id !== undefined && belowFact?.(fact.id)}
        </li>
      ))}
    </ul>
  );
}
