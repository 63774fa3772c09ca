import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Chart } from '~/ui/chart/Chart';
import { knownDay } from './project-text';
import type { Project } from './queries';

/** How a project went on, report by report; nothing while fewer than two of them say a percent. */
export function ProgressChart({ project }: { project: Project }) {
  const { t } = useTranslation();
  const formats = useLang();
  const { percent, text, list } = formats;
  const reports = project.history
    .filter(({ asOf }) => asOf)
    .sort((a, b) => String(a.asOf).localeCompare(String(b.asOf)));
  const said = reports.flatMap((report) => (typeof report.percent === 'number' ? [report] : []));
  const [first, last] = [said[0], said.at(-1)];
  if (!first || !last || said.length < 2) return null;
  const on = (report: Project['history'][number]) => knownDay(t, formats, report.asOf, report.asOfPrecision);
  return (
    <Chart
      title={t('project.progress')}
      summary={t('project.progressSummary', {
        from: percent(first.percent ?? 0),
        since: on(first),
        to: percent(last.percent ?? 0),
        until: on(last),
      })}
      source={`${text(project, 'title')}. ${list([...new Set(said.flatMap(({ sources }) => sources))])}`}
      data={{
        kind: 'lines',
        rows: t('project.asOf'),
        labels: reports.map(on),
        series: [{ name: t('project.progress'), values: reports.map((report) => report.percent ?? null) }],
        format: (value) => percent(value, 0),
      }}
    />
  );
}
