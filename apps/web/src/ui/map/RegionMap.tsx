import { type ReactNode, useMemo } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import shapes from 'virtual:region-shapes';
import { ChartFrame } from '~/ui/chart/ChartFrame';
import { useLook } from '~/ui/chart/look';
import { MapDrawing, type MapState } from './MapDrawing';
import { mapFile } from './MapFile';
import classes from './RegionMap.module.css';
import { useLang } from '~/i18n/use-lang';

interface RegionMapProps {
  title: string;
  summary: string;
  source: string;
  /** What the values are, for the head of the table. */
  measure: string;
  states: MapState[];
  /** What the map is called where other sites show it, with its question. */
  embed: string;
  /** Makes a State lead somewhere; gets its shape to wrap. */
  link: (state: MapState, shape: ReactNode) => ReactNode;
}

/** The map of the region by one value; the same values stand beneath in words, for small screens and for who does not see it. */
export function RegionMap({ title, summary, source, measure, states, embed, link }: RegionMapProps) {
  const { t } = useTranslation();
  const { percent } = useLang();
  const look = useLook();
  const table = useMemo(
    () => ({
      head: [t('field.state'), measure, t('chart.shown')],
      rows: states.map(({ name, level, value }) => [
        name,
        level === null ? null : Math.round(level * 10) / 10,
        value,
      ]),
    }),
    [states, measure, t],
  );
  const svg = () => {
    const holder = document.createElement('div');
    const root = createRoot(holder);
    flushSync(() => root.render(mapFile({ states, caption: { title, source } })));
    const drawing = holder.firstElementChild;
    const text = drawing ? new XMLSerializer().serializeToString(drawing) : '';
    root.unmount();
    return Promise.resolve(text);
  };
  return (
    <ChartFrame
      title={title}
      summary={summary}
      source={source}
      table={table}
      format={(value) => percent(value)}
      svg={svg}
      embed={embed}
    >
      <svg
        viewBox={`0 0 ${shapes.width} ${shapes.height}`}
        className={classes.map}
        role="group"
        aria-label={title}
      >
        <MapDrawing states={states} look={look} around={link} />
      </svg>
      <ul className={classes.legend} aria-hidden>
        {look.steps.map((step, at) => (
          <li key={step}>
            <svg width="22" height="12">
              <rect width="22" height="12" fill={step} stroke={look.soft} />
            </svg>
            {at * 20}–{percent((at + 1) * 20, 0)}
          </li>
        ))}
        <li>
          <svg width="22" height="12">
            <rect width="22" height="12" fill="url(#map-gap)" stroke={look.soft} />
          </svg>
          {t('value.notReported')}
        </li>
      </ul>
      <dl className={classes.list}>
        {states.map(({ code, name, value }) => (
          <div key={code}>
            <dt>
              {code} {name}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </ChartFrame>
  );
}
