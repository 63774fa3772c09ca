import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Facts } from '~/ui/Panel';
import { SourceText } from '~/ui/SourceText';
import classes from './PlanHead.module.css';
import type { Plan } from './queries';

interface PlanHeadProps {
  plan: Plan;
  /** False where the page has the title. */
  titled?: boolean;
  children?: ReactNode;
}

/** What the plan is, whose words these are, and how many commitments the State itself published. */
export function PlanHead({ plan, titled = true, children }: PlanHeadProps) {
  const { t } = useTranslation();
  const { text, day } = useLang();
  const published = plan.publishedCommitments ?? null;
  const source = plan.publishedSource ?? '';
  return (
    <section className={classes.head} aria-label={t('plan.title')}>
      {titled && <h2 className={classes.title}>{text(plan, 'title')}</h2>}
      {plan.basis === 'regional_template' && (
        <p className={classes.marker}>
          <span aria-hidden>◇ </span>
          {text(plan, 'note') || t('state.fromTemplate')}
        </p>
      )}
      {plan.basis === 'own' && text(plan, 'note') !== '' && <p className="soft">{text(plan, 'note')}</p>}
      <Facts
        rows={[
          [t('plan.inThisPlan'), t('plan.commitments', { count: plan.commitmentCount })],
          ...(published === null
            ? []
            : ([
                [
                  t('plan.publishedNumber'),
                  <span key="published">
                    {t('plan.commitments', { count: published })}
                    {source !== '' && (
                      <span className="soft">
                        {' '}
                        ({t('plan.publishedSource')}: <SourceText text={source} />)
                      </span>
                    )}
                  </span>,
                ],
              ] as [string, ReactNode][])),
          [
            t('plan.version'),
            plan.adoptedOn
              ? t('plan.adopted', { n: plan.versionNumber, day: day(plan.adoptedOn) })
              : `${plan.versionNumber}`,
          ],
        ]}
      />
      {children}
    </section>
  );
}
