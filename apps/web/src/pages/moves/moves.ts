/** The ways that a commitment can go, each with a shape. */
export const MOVES = [
  { word: 'forward', shape: '▲', tone: 'good' },
  { word: 'back', shape: '▼', tone: 'warn' },
  { word: 'stopped', shape: '⊘', tone: 'quiet' },
  { word: 'resumed', shape: '↻', tone: 'accent' },
] as const;
