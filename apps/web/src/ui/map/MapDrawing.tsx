import type { ReactNode } from 'react';
import shapes from 'virtual:region-shapes';
import type { Look } from '~/ui/chart/look';
import classes from './RegionMap.module.css';

export interface MapState {
  code: string;
  name: string;
  /** 0 to 100, how deep it is coloured; null when there is nothing to show, which is hatched. */
  level: number | null;
  /** The value as people read it. */
  value: string;
}

interface MapDrawingProps {
  states: MapState[];
  look: Look;
  /** Makes a State lead somewhere. */
  around?: (state: MapState, shape: ReactNode) => ReactNode;
}

/** Where the words of small States find room at sea. */
const WORDS: Record<string, { x: number; y: number; anchor: 'start' | 'middle' | 'end' }> = {
  MX: { x: 317, y: 165, anchor: 'middle' },
  BZ: { x: 640, y: 262, anchor: 'start' },
  GT: { x: 450, y: 372, anchor: 'end' },
  SV: { x: 500, y: 424, anchor: 'end' },
  HN: { x: 668, y: 318, anchor: 'start' },
  CR: { x: 590, y: 462, anchor: 'end' },
  PA: { x: 690, y: 400, anchor: 'start' },
};

/** The region's States coloured by a value, each with its name and the value in words. */
export function MapDrawing({ states, look, around = (_, shape) => shape }: MapDrawingProps) {
  return (
    <>
      <defs>
        <pattern
          id="map-gap"
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="8" height="8" fill={look.ground} />
          <rect width="4" height="8" fill={look.inks.missing} />
        </pattern>
      </defs>
      {shapes.around.map((path) => (
        <path key={path.slice(0, 24)} d={path} fill={look.inks.missing} opacity={0.6} />
      ))}
      {states.map((state) => {
        const shape = shapes.states[state.code];
        if (!shape) return null;
        const drawn = (
          <path
            d={shape.path}
            fill={state.level === null ? 'url(#map-gap)' : stepOf(state.level, look)}
            stroke={look.soft}
            strokeWidth={1}
            strokeLinejoin="round"
          />
        );
        return (
          <g key={state.code} className={classes.state}>
            {around(state, drawn)}
          </g>
        );
      })}
      {states.map((state) => (
        <Words key={state.code} state={state} look={look} />
      ))}
    </>
  );
}

function Words({ state, look }: { state: MapState; look: Look }) {
  const words = WORDS[state.code];
  const middle = shapes.states[state.code]?.at;
  if (!words || !middle) return null;
  const { x, y, anchor } = words;
  return (
    <g
      aria-hidden
      pointerEvents="none"
      fontFamily={look.font}
      fill={look.text}
      stroke={look.ground}
      strokeWidth={4}
      paintOrder="stroke"
      strokeLinejoin="round"
      textAnchor={anchor}
    >
      {anchor !== 'middle' && (
        <line
          x1={middle[0]}
          y1={middle[1]}
          x2={anchor === 'end' ? x + 4 : x - 4}
          y2={y}
          stroke={look.text}
          strokeWidth={1}
        />
      )}
      <text x={x} y={y} fontSize={15} className={classes.name}>
        {state.name}
      </text>
      <text x={x} y={y + 19} fontSize={17} fontWeight={700} className={classes.value}>
        {state.value}
      </text>
      <text x={x} y={y + 8} fontSize={34} fontWeight={700} className={classes.code} display="none">
        {state.code}
      </text>
    </g>
  );
}

/** The colour of a value from 0 to 100, in steps of twenty. */
export const stepOf = (level: number, look: Look): string =>
  look.steps[Math.min(look.steps.length - 1, Math.floor(level / (100 / look.steps.length)))] ?? look.grid;
