import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { useCycleName } from '~/ui/cycle-name';
import { Panel } from '~/ui/Panel';
import { Tick } from '~/ui/Tick';
import classes from './Comparison.module.css';
import { type ComparedField, comparedFields } from './compared-fields';
import type { UpdateDetail } from './queries';
import { isRewritten, TextChange } from './TextChange';

interface ComparisonProps {
  update: UpdateDetail;
  before: UpdateDetail;
}

/** This period beside the last one, field by field, with the words that changed marked. */
export function Comparison({ update, before }: ComparisonProps) {
  const { t } = useTranslation();
  const tools = useLang();
  const cycleName = useCycleName();
  const [onlyChanged, setOnlyChanged] = useState(false);
  const fields = comparedFields(update, before, t, tools);
  const changed = fields.filter((field) => field.changed);
  return (
    <Panel
      title={t('compare.title', { before: cycleName(before.cycleKey) })}
      aside={
        <Tick
          checked={onlyChanged}
          onChange={setOnlyChanged}
          label={t('compare.onlyChanged', { n: changed.length, total: fields.length })}
        />
      }
    >
      {update.noChange && <p>{t('update.noChangeLong')}</p>}
      {onlyChanged && changed.length === 0 && <p>{t('compare.nothing')}</p>}
      <div className={classes.fields}>
        {(onlyChanged ? changed : fields).map((field) => (
          <FieldChange
            key={field.name}
            field={field}
            periods={[cycleName(before.cycleKey), cycleName(update.cycleKey)]}
          />
        ))}
      </div>
    </Panel>
  );
}

function FieldChange({ field, periods }: { field: ComparedField; periods: [string, string] }) {
  const { t } = useTranslation();
  const { label, changed, change, text } = field;
  const rewritten = text !== undefined && isRewritten(text.before, text.now);
  return (
    <section className={classes.field} data-changed={changed || undefined}>
      <h3 className={classes.label}>
        {label}{' '}
        <span className={classes.state}>
          {changed
            ? `≠ ${change ?? t(rewritten ? 'compare.rewritten' : 'compare.changed')}`
            : `= ${t('compare.same')}`}
        </span>
      </h3>
      {changed ? (
        <div className={classes.pair}>
          {(['before', 'now'] as const).map((side, place) => (
            <div key={side} className={classes.side} data-side={side}>
              <span className={classes.period}>{periods[place]}</span>
              {text ? (
                text[side] === '' ? (
                  <p className="soft">{t('compare.empty')}</p>
                ) : (
                  <TextChange {...text} side={side} />
                )
              ) : (
                <div className={classes.value}>
                  {field[side] ?? <span className="soft">{t('compare.empty')}</span>}
                </div>
              )}
            </div>
          ))}
        </div>
      ) : text ? (
        <BothText
          of={text.lang === 'en' ? { textEn: text.now } : { textEs: text.now }}
          name="text"
          narrative
        />
      ) : (
        <div className={classes.value}>{field.now}</div>
      )}
    </section>
  );
}
