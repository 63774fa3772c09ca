import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { BothText } from './BothText';
import classes from './FactList.module.css';
import { breakdownTexts, figureText } from './figure-text';
import { EvidenceList } from './EvidenceList';
import { Institutions } from './Institutions';

export type Fact = Schemas['FactContent'];

/** Facts with their figures, each with its source. */
export function FactList({ facts }: { facts: Fact[] }) {
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
        </li>
      ))}
    </ul>
  );
}
