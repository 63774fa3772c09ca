/** Outlines of the region in one flat picture, made while the web is built (`region-shapes.ts`). */
declare module 'virtual:region-shapes' {
  const shapes: {
    width: number;
    height: number;
    /** Neighbours, without a value. */
    around: string[];
    /** By code of the State: its outline and its middle. */
    states: Record<string, { path: string; at: [x: number, y: number] }>;
  };
  export default shapes;
}
