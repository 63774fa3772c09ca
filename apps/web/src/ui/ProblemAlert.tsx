import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { isProblem } from '~/api/problem';
import { Callout } from './Callout';

/** A page that is not on this device does not open without a network; each browser says it in its own way. */
const notLoaded = (error: unknown): boolean =>
  error instanceof TypeError && /imported module|module script/.test(error.message);

/** What went wrong in the person's words; the API's sentence when it gave one. */
export function problemText(t: TFunction, error: unknown): string {
  if (!isProblem(error)) return t(notLoaded(error) ? 'problem.offline' : 'problem.unexpected');
  if (error.code === 'offline') return t('problem.offline');
  return error.detail || error.title || t('problem.unexpected');
}

/** What somebody may not see, or is not there, will not be there for asking again. */
const askingHelps = (error: unknown): boolean =>
  !isProblem(error) || (error.status !== 403 && error.status !== 404);

/** A refusal or failure, with the request id to name when asking for help. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const requestId = isProblem(error) ? error.requestId : undefined;
  const text = problemText(t, error);
  const title = isProblem(error) && error.title ? error.title : t('problem.title');
  return (
    <Callout tone="bad" role="alert" title={title}>
      {text !== title && <p>{text}</p>}
      {requestId !== undefined && <p className="soft">{t('problem.request', { requestId })}</p>}
      {onRetry && askingHelps(error) && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          {t('problem.retry')}
        </Button>
      )}
    </Callout>
  );
}
