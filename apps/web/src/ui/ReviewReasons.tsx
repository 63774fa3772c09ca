import { useTranslation } from 'react-i18next';
import { Callout } from './Callout';

interface Reviewed {
  reviewState: string;
  returnReason?: string | null;
  revisionReason?: string | null;
}

/** Why what somebody reported came back, and why it was taken up again. */
export function ReviewReasons({ of }: { of: Reviewed }) {
  const { t } = useTranslation();
  return (
    <>
      {of.reviewState === 'returned' && of.returnReason && (
        <Callout tone="warn" title={t('update.returnedBecause')}>
          <p>{of.returnReason}</p>
        </Callout>
      )}
      {of.revisionReason && (
        <Callout tone="info" title={t('update.revisedBecause')}>
          <p>{of.revisionReason}</p>
        </Callout>
      )}
    </>
  );
}
