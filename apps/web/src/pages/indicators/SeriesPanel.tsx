import { Button } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { Callout } from '~/ui/Callout';
import { ChartPlace } from '~/ui/chart/ChartPlace';
import { EmbedButton } from '~/ui/chart/EmbedButton';
import { type Column, DataTable } from '~/ui/DataTable';
import { Panel } from '~/ui/Panel';
import { ObservedValue } from './ObservedValue';
import type { Indicator, Observation, Series } from './queries';
import { PreferredSource } from './PreferredSource';
import { mayObserve } from './rights';
import { categoryText, ROLES } from './words';

const SeriesCharts = lazy(async () => ({ default: (await import('./SeriesCharts')).SeriesCharts }));

const ObservationDialog = lazy(async () => ({
  default: (await import('./ObservationDialog')).ObservationDialog,
}));

/** What one source says of one period: the total or one part, with baseline, target and actual side by side. */
interface Line {
  key: string;
  first: Observation;
  by: Map<string, Observation>;
}

/** A series: place and population, every source, and what a reader must know about the data. */
export function SeriesPanel({ indicator, series }: { indicator: Indicator; series: Series }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const me = useMe();
  const [edited, setEdited] = useState<Observation>();
  const editable = mayObserve(me, indicator, series.stateCode);
  const lines = useMemo(() => linesOf(series), [series]);
  const columns = useMemo(
    (): Column<Line>[] => [
      {
        id: 'period',
        header: t('indicator.period'),
        names: true,
        cell: ({ first }) =>
          [
            first.part === 'year'
              ? String(first.year)
              : `${first.year} ${t(`indicator.partWord.${first.part}`)}`,
            first.category && categoryText(t, first.category),
          ]
            .filter(Boolean)
            .join(' · '),
      },
      ...ROLES.map((role): Column<Line> => ({
        id: role,
        header: t(`indicator.role.${role}`),
        ...(role === 'actual' ? {} : { term: role }),
        numeric: true,
        cell: ({ by }) => {
          const observation = by.get(role);
          return (
            <>
              <ObservedValue indicator={indicator} of={observation} />{' '}
              {editable && observation && (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('indicator.correctOne', {
                    role: t(`indicator.role.${role}`),
                    year: observation.year,
                  })}
                  onClick={() => setEdited(observation)}
                >
                  {t('action.edit')}
                </Button>
              )}
            </>
          );
        },
      })),
      {
        id: 'source',
        header: t('indicator.source'),
        cell: ({ first }) => (
          <>
            {first.source}
            {first.source === series.preferredSource && <strong> ({t('indicator.preferred')})</strong>}
          </>
        ),
      },
    ],
    [t, indicator, series.preferredSource, editable],
  );
  const title = `${text(series, 'place')} · ${text(series, 'population')}`;
  return (
    <Panel title={title} aside={<EmbedButton title={title} chart={`indicator?series=${series.id}`} />}>
      <Suspense>
        {edited && (
          <ObservationDialog
            indicator={indicator}
            observation={edited}
            onClose={() => setEdited(undefined)}
          />
        )}
      </Suspense>
      <Suspense fallback={lines.length > 1 && indicator.valueType !== 'yes_no' && <ChartPlace />}>
        <SeriesCharts indicator={indicator} series={series} />
      </Suspense>
      <DataTable caption={title} rows={lines} columns={columns} keyOf={({ key }) => key} />
      {editable && <PreferredSource series={series} />}
      {series.notes.length > 0 && (
        <Callout tone="info" title={t('indicator.notes')}>
          <ul>
            {series.notes.map((note) => (
              <li key={`${note.kind}${note.year}${note.part}${note.role}${note.textEn}`}>
                {note.year}, {t(`indicator.role.${note.role}`)}: {text(note, 'text')}
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </Panel>
  );
}

/** Newest period first, the total before its parts. */
function linesOf({ observations }: Series): Line[] {
  const lines = Map.groupBy(observations, ({ year, part, dimension, category, source }) =>
    [year, part, dimension, category, source].join(),
  );
  return [...lines]
    .flatMap(([key, same]): Line[] =>
      same[0] ? [{ key, first: same[0], by: new Map(same.map((each) => [each.role, each])) }] : [],
    )
    .sort(
      (a, b) =>
        b.first.year - a.first.year ||
        a.first.part.localeCompare(b.first.part) ||
        a.first.dimension.localeCompare(b.first.dimension) ||
        a.first.category.localeCompare(b.first.category),
    );
}
