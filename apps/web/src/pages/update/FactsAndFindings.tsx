import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { FindingList } from '~/pages/findings/FindingList';
import { type Finding, updateFindingsQuery } from '~/pages/findings/queries';
import { FactList } from '~/ui/FactList';
import { figureText } from '~/ui/figure-text';
import { Panel } from '~/ui/Panel';
import { signed } from './compared-fields';
import { compareFigures } from './figure-changes';
import type { UpdateDetail } from './queries';

interface FactsAndFindingsProps {
  update: UpdateDetail;
  before: UpdateDetail | undefined;
}

/** Facts with their figures; beside each figure what it was last time and what looks odd in it. */
export function FactsAndFindings({ update, before }: FactsAndFindingsProps) {
  const { t } = useTranslation();
  const tools = useLang();
  const me = useMe();
  const findings =
    useQuery({ ...updateFindingsQuery(update.id), enabled: may(me, 'submission.read') }).data ?? [];
  const compared = compareFigures(update.facts, before?.facts ?? []);
  const figures = new Set(update.facts.flatMap((fact) => (fact.figures ?? []).map(({ id }) => id)));
  const facts = new Set(update.facts.map(({ id }) => id));
  const ofFigure = ({ figureId }: Finding): boolean => Boolean(figureId && figures.has(figureId));
  const ofFact = (finding: Finding): boolean =>
    !ofFigure(finding) && Boolean(finding.factId && facts.has(finding.factId));
  const elsewhere = findings.filter((finding) => !ofFigure(finding) && !ofFact(finding));
  const list = (those: Finding[]) => those.length > 0 && <FindingList findings={those} />;
  return (
    <>
      {update.facts.length > 0 && (
        <Panel
          title={t('update.facts')}
          aside={findings.length > 0 && <span>{t('finding.title', { count: findings.length })}</span>}
        >
          <FactList
            facts={update.facts}
            besideFigure={(id) => {
              const pair = compared.get(id);
              return (
                <>
                  {pair && (
                    <div>
                      {t('compare.lastTime', { figure: figureText(pair.before, t, tools) })}
                      {pair.change !== null && (
                        <>
                          {' '}
                          <strong>
                            {t('compare.change', { change: signed(pair.change, tools.number) })}
                          </strong>
                        </>
                      )}
                    </div>
                  )}
                  {list(findings.filter(({ figureId }) => figureId === id))}
                </>
              );
            }}
            belowFact={(id) => list(findings.filter((finding) => ofFact(finding) && finding.factId === id))}
          />
        </Panel>
      )}
      {elsewhere.length > 0 && (
        <Panel title={t('finding.title', { count: elsewhere.length })}>
          <p className="soft">{t('finding.lead')}</p>
          <FindingList findings={elsewhere} />
        </Panel>
      )}
    </>
  );
}
