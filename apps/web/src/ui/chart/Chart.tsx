import { useElementSize, useReducedMotion } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { ChartFrame } from './ChartFrame';
import type { ChartData } from './chart-data';
import { svgOf, tableOf } from './files';
import { useLook, usePrinting } from './look';
import { heightOf } from './option';

const Drawing = lazy(async () => ({ default: (await import('./Drawing')).Drawing }));

/** Fits on A4 between its margins. */
const PAPER = 660;

interface ChartProps {
  title: string;
  summary: string;
  source: string;
  data: ChartData;
  /** What the chart is called where other sites show it, with its question. */
  embed?: string;
}

/** A chart of the application; the engine that draws it comes when the first one is on a page. */
export function Chart({ title, summary, source, data, embed }: ChartProps) {
  const { ref, width: free } = useElementSize();
  const look = useLook();
  const printing = usePrinting();
  const still = useReducedMotion() || printing;
  const width = printing ? Math.min(PAPER, free) : free;
  const place = <div style={{ height: heightOf(data, width || 640) }} />;
  return (
    <ChartFrame
      title={title}
      summary={summary}
      source={source}
      table={tableOf(data)}
      format={data.format}
      svg={() => svgOf(data, { title, source })}
      {...(embed === undefined ? {} : { embed })}
    >
      <div ref={ref}>
        {width === 0 ? (
          place
        ) : (
          <Suspense fallback={place}>
            <Drawing data={data} width={width} look={look} still={still} label={`${title}. ${summary}`} />
          </Suspense>
        )}
      </div>
    </ChartFrame>
  );
}
