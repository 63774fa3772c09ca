import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { useReportName } from './kinds';
import { isMaking, type Report, useCancel, useGenerate } from './queries';

/** Calls off a report in the making; has one made again that failed or was called off. For those who have reports made. */
export function ReportActions({ report }: { report: Report }) {
  const { t } = useTranslation();
  const nameOf = useReportName();
  const cancelling = useCancel();
  const generating = useGenerate();
  const { id, snapshotId, kind, subject, lang, format } = report;
  const [word, act] = isMaking(report)
    ? ([t('reports.cancel'), () => cancelling.mutate(id)] as const)
    : ([
        t('reports.retry'),
        () => generating.mutate({ snapshotId, kind, ...(subject ? { subject } : {}), lang, format }),
      ] as const);
  const error = cancelling.error ?? generating.error;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={cancelling.isPending || generating.isPending}
        aria-label={`${word}: ${nameOf(report)}, ${lang}, ${format}`}
        onClick={act}
      >
        {word}
      </Button>
      {error && <ProblemAlert error={error} />}
    </>
  );
}
