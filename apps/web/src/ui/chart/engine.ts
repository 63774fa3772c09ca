import { BarChart, LineChart } from 'echarts/charts';
import {
  GridSimpleComponent,
  LegendPlainComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use as equip } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

equip([
  BarChart,
  GridSimpleComponent,
  LegendPlainComponent,
  LineChart,
  SVGRenderer,
  TitleComponent,
  TooltipComponent,
]);

/** As much of ECharts as our charts take. It draws SVG and styles it by script, so the security policy holds. */
export const start = init;
