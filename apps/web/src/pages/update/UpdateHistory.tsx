import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { ReviewSign } from '~/ui/Words';
import type { UpdateDetail } from './queries';

const ACTIONS = [
  'create',
  'save',
  'submit',
  'return',
  'approve',
  'approve_own',
  'publish',
  'revise',
] as const;
type Action = (typeof ACTIONS)[number];

/** Who did what and why, field by field for those who work with it, and the revisions that there are. */
export function UpdateHistory({ update }: { update: UpdateDetail }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const named = (action: string): string => {
    const verb = action.slice(action.lastIndexOf('.') + 1);
    const known = ACTIONS.find((each): each is Action => verb === each);
    return known ? t(`history.${known}`) : verb.replaceAll('_', ' ');
  };
  const summary = (
    <ol style={{ margin: '0.9rem 0 0', paddingLeft: '1.1rem', display: 'grid', gap: '0.4rem' }}>
      {update.history.map((entry, index) => (
        <li key={index}>
          <strong>{named(entry.action)}</strong> · {entry.actorName}
          {entry.onBehalfOfName && ` ${t('update.onBehalfOf', { name: entry.onBehalfOfName })}`} ·{' '}
          <span className="soft">{instant(entry.at)}</span>
          {entry.reason && <div style={{ whiteSpace: 'pre-wrap' }}>{entry.reason}</div>}
        </li>
      ))}
    </ol>
  );
  return (
    <HistoryPanel entity="update" id={update.id} summary={summary}>
      {update.revisions.length > 1 && (
        <ul style={{ margin: '0.9rem 0 0', paddingLeft: '1.1rem' }}>
          {update.revisions.map((revision) => (
            <li key={revision.id}>
              <Link
                to="/updates/$id"
                params={{ id: revision.id }}
                aria-current={revision.id === update.id ? 'true' : undefined}
              >
                {t('update.revision', { n: revision.revision })}
              </Link>{' '}
              <ReviewSign word={revision.reviewState} /> {revision.revisionReason}
            </li>
          ))}
        </ul>
      )}
    </HistoryPanel>
  );
}
