import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { useCycleName } from '~/ui/cycle-name';
import { Standing } from '~/ui/Standing';
import type { UpdateDetail } from './queries';
import classes from './SideBySide.module.css';

const TEXTS = ['narrative', 'challenges', 'nextSteps', 'supportNeeded'] as const;

/** This period beside the last one, field by field; without an earlier update it stands alone. */
export function SideBySide({ update, before }: { update: UpdateDetail; before: UpdateDetail | undefined }) {
  const { t } = useTranslation();
  const { list } = useLang();
  const cycleName = useCycleName();
  const columns = before ? [update, before] : [update];
  return (
    <section className={classes.grid} data-pair={before ? true : undefined} aria-label={t('update.content')}>
      {columns.map((each, index) => (
        <article key={each.id} className={classes.column} data-earlier={index > 0 || undefined}>
          <h2 className={classes.title}>
            {cycleName(each.cycleKey)}
            {index > 0 && <span className="soft"> · {t('update.lastPeriod')}</span>}
          </h2>
          <Standing update={each} />
          {each.noChange && <p className={classes.unchanged}>{t('update.noChangeLong')}</p>}
          {each.illustrative.length > 0 && (
            <p className={classes.illustrative}>
              {t('illustrative.fields', {
                fields: list(each.illustrative.map((field) => t(`field.${field}`).toLowerCase())),
              })}
            </p>
          )}
          {TEXTS.map((name) => (
            <TextField key={name} update={each} name={name} />
          ))}
        </article>
      ))}
    </section>
  );
}

function TextField({ update, name }: { update: UpdateDetail; name: (typeof TEXTS)[number] }) {
  const { t } = useTranslation();
  const { text } = useLang();
  if (text(update, name) === '') return null;
  return (
    <div className={classes.field}>
      <h3 className={classes.label}>{t(`field.${name}`)}</h3>
      <BothText of={update} name={name} narrative />
    </div>
  );
}
