import { useTranslation } from 'react-i18next';
import { Sign } from '~/ui/Sign';
import classes from './ReportProgress.module.css';
import type { Report } from './queries';

const LOOKS = {
  queued: ['quiet', '○'],
  running: ['accent', '◑'],
  done: ['good', '✓'],
  failed: ['bad', '✕'],
  cancelled: ['warn', '–'],
} as const;

/** How far a report is. */
export function ReportProgress({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { state, progress } = report;
  const [tone, shape] = LOOKS[state];
  return (
    <span className={classes.box}>
      <Sign tone={tone} shape={shape} text={t(`reports.stateWord.${state}`)} />
      {(state === 'running' || state === 'queued') && (
        <progress className={classes.bar} max={100} value={progress} aria-label={t('reports.progress')} />
      )}
      {report.again && state !== 'done' && <span className="soft">{t('reports.again')}</span>}
      {state === 'failed' && report.error && <span className="soft">{report.error}</span>}
    </span>
  );
}
