import shapes from 'virtual:region-shapes';
import { LIGHT } from '~/ui/chart/look';
import type { Caption } from '~/ui/chart/option';
import { MapDrawing, type MapState } from './MapDrawing';

const HEAD = 44;
const FOOT = 34;

/** The map as a picture of its own, in the colours of paper, with its title and source. */
export const mapFile = ({ states, caption }: { states: MapState[]; caption: Caption }) => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    width={shapes.width}
    height={shapes.height + HEAD + FOOT}
    viewBox={`0 ${-HEAD} ${shapes.width} ${shapes.height + HEAD + FOOT}`}
  >
    <rect y={-HEAD} width="100%" height="100%" fill={LIGHT.ground} />
    <text x="12" y={-16} fontSize={20} fontWeight={700} fontFamily={LIGHT.font} fill={LIGHT.text}>
      {caption.title}
    </text>
    <MapDrawing states={states} look={LIGHT} />
    <text x="12" y={shapes.height + 20} fontSize={12} fontFamily={LIGHT.font} fill={LIGHT.soft}>
      {caption.source}
    </text>
  </svg>
);
