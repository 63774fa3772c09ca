import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { fieldText, thingText, valueText, verbText } from './change-words';
import classes from './ChangeEntry.module.css';

type Entry = Schemas['AuditEntryDto'];

/** One change: what, who, on whose behalf, when, why, and field by field. */
export function ChangeEntry({ entry, named = false }: { entry: Entry; named?: boolean }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const { action, entity, stateCode, actorName, actorId, onBehalfOfName, at, reason, changes } = entry;
  return (
    <li className={classes.entry}>
      <strong>
        {named && `${thingText(t, entity)}${stateCode ? ` (${stateCode})` : ''}: `}
        {verbText(t, action)}
      </strong>{' '}
      · {actorId === null ? t('change.product') : actorName}
      {onBehalfOfName && ` ${t('update.onBehalfOf', { name: onBehalfOfName })}`} ·{' '}
      <span className="soft">{instant(at)}</span>
      {reason && <div className={classes.reason}>{reason}</div>}
      {changes.length > 0 && <Changes changes={changes} />}
    </li>
  );
}

function Changes({ changes }: Pick<Entry, 'changes'>) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <details>
      <summary>{t('change.fields', { count: changes.length })}</summary>
      <dl className={classes.changes}>
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{fieldText(t, field)}</dt>
            <dd>
              {before !== undefined && <del>{valueText(t, lang, before)}</del>}
              {before !== undefined && after !== undefined && ' → '}
              {after !== undefined && <ins>{valueText(t, lang, after)}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
