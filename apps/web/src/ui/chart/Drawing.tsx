import type { ECharts } from 'echarts/core';
import { useLayoutEffect, useRef } from 'react';
import type { ChartData } from './chart-data';
import { start } from './engine';
import type { Look } from './look';
import { heightOf, optionOf } from './option';

interface DrawingProps {
  data: ChartData;
  width: number;
  look: Look;
  /** Nothing moves: who reads asked for that, or it goes to paper. */
  still: boolean;
  /** All that it shows, in words. */
  label: string;
}

/** The drawing itself, for eyes; who hears the page gets its summary and can ask for the table. */
export function Drawing({ data, width, look, still, label }: DrawingProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  const height = heightOf(data, width);

  useLayoutEffect(() => {
    const drawn = start(place.current, null, { renderer: 'svg', width: 1, height: 1 });
    chart.current = drawn;
    return () => drawn.dispose();
  }, []);
  useLayoutEffect(() => {
    chart.current?.resize({ width, height });
    chart.current?.setOption(optionOf(data, { width, look, animation: !still }), { notMerge: true });
    if (still) chart.current?.getZr().flush();
  }, [data, width, height, look, still]);

  return <div ref={place} role="img" aria-label={label} />;
}
