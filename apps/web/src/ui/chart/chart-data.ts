/** What a word of the vocabulary is drawn in, the same on every chart. */
export type Ink =
  | 'not_started'
  | 'planning'
  | 'in_progress'
  | 'fulfilled'
  | 'discontinued'
  | 'on_track'
  | 'at_risk'
  | 'off_track'
  | 'not_assessed'
  /** What nobody reported: hatched, never a value. */
  | 'missing';

export interface Series {
  name: string;
  /** One a label; null where there is none, which is drawn as a gap and never as zero. */
  values: (number | null)[];
  ink?: Ink;
  /** A line to reach, drawn dashed and without points. */
  target?: boolean;
}

/** The numbers of one chart: its drawing, its table and its files are all made of them. */
export interface ChartData {
  kind: 'stacked' | 'bars' | 'lines';
  /** What the labels are: "State", "Year". */
  rows: string;
  labels: string[];
  series: Series[];
  /** A value as people read it, in their language. */
  format: (value: number) => string;
  /** The same in fewer characters, for the axis. */
  short?: (value: number) => string;
}
