import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { type Edition, isMade, useEditionStep } from './edition-queries';

/** Has files of an edition made again that the storage lost or that are of an older form; says so when none is. */
export function CheckFiles({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const check = useEditionStep();
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={check.isPending}
        aria-label={`${t('edition.checkFiles')}: ${t('edition.number', { number: edition.number })}`}
        onClick={() => check.mutate({ edition, step: 'generate' })}
      >
        {t('edition.checkFiles')}
      </Button>{' '}
      <span role="status">
        {check.data && t(isMade(check.data) ? 'edition.filesThere' : 'edition.filesAsked')}
      </span>
      {check.isError && <ProblemAlert error={check.error} />}
    </>
  );
}
