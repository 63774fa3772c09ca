import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { fieldText, thingText, valueText, verbText } from './change-words';
import classes from './ChangeEntry.module.css';

type Entry = Schemas['AuditEntryDto'];

interface ChangeEntryProps {
  entry: Entry;
  /** Whether it says what it is about. */
  named?: boolean;
  /** What stands below. */
  children?: ReactNode;
}

/** One change: what, who, on whose behalf, when, why, and field by field. */
export function ChangeEntry({ entry, named = false, children }: ChangeEntryProps) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const { action, entity, entityId, stateCode, actorName, actorId, onBehalfOfName, at, reason, changes } =
    entry;
  return (
    <li className={classes.entry}>
      <strong>
        {named && `${thingText(t, entity)}${nameOf(entityId)}${stateCode ? ` (${stateCode})` : ''}: `}
        {verbText(t, action)}
      </strong>{' '}
      · {actorId === null ? t('change.product') : actorName}
      {onBehalfOfName && ` ${t('update.onBehalfOf', { name: onBehalfOfName })}`} ·{' '}
      <span className="soft">{instant(at)}</span>
      {reason && <div className={classes.reason}>{reason}</div>}
      {changes.length > 0 && <Changes changes={changes} />}
      {children}
    </li>
  );
}

/** An id that people can read, such as a year or an acronym. */
const nameOf = (id: string): string => (/^[\da-f]{8}-[\da-f-]{27}$/.test(id) ? '' : ` ${id}`);

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
