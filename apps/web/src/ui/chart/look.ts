import { useComputedColorScheme } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { theme } from '~/ui/theme';
import type { Ink } from './chart-data';

/** The colours of charts and map, of one piece with the pages around them. */
export interface Look {
  text: string;
  soft: string;
  ground: string;
  grid: string;
  font: string;
  /** From little to much. */
  steps: string[];
  /** Series that have no word of the vocabulary. */
  series: string[];
  inks: Record<Ink, string>;
}

const river = theme.colors?.river ?? [];
const shades = (...at: number[]): string[] => at.map((shade) => river[shade] ?? '#0d5f7c');
/** Names of fonts stand within attributes that are quoted twice. */
const font = (theme.fontFamily ?? 'sans-serif').replaceAll('"', "'");

export const LIGHT: Look = {
  text: '#1c2b33',
  soft: '#4d5c65',
  ground: '#ffffff',
  grid: '#d9e0e4',
  font,
  steps: shades(1, 2, 3, 5, 7),
  series: ['#0d5f7c', '#c8741a', '#2a8a59', '#8b4fa0', '#a3231f', '#56646e'],
  inks: {
    not_started: '#b9c4cb',
    planning: '#7fa9bb',
    in_progress: '#1f7f9f',
    fulfilled: '#2a8a59',
    discontinued: '#8a8f94',
    on_track: '#2a8a59',
    at_risk: '#d08a1d',
    off_track: '#c0392f',
    not_assessed: '#8a8f94',
    missing: '#e4e9ec',
  },
};

const DARK: Look = {
  text: '#e6ecef',
  soft: '#a9b6be',
  ground: '#161c21',
  grid: '#33404a',
  font,
  steps: ['#1d3742', ...shades(8, 7, 5, 3)],
  series: ['#7cc4de', '#f0b55f', '#7fd3a5', '#cfa3e0', '#ff9d96', '#a9b6be'],
  inks: {
    not_started: '#56646e',
    planning: '#53798a',
    in_progress: '#5fb3d0',
    fulfilled: '#6fcf9b',
    discontinued: '#8d969c',
    on_track: '#6fcf9b',
    at_risk: '#f0b55f',
    off_track: '#ff9d96',
    not_assessed: '#8d969c',
    missing: '#2a343b',
  },
};

const printing = matchMedia('print');

const onPrinting = (changed: () => void): (() => void) => {
  printing.addEventListener('change', changed);
  return () => printing.removeEventListener('change', changed);
};

/** Whether the page is on its way to paper. */
export const usePrinting = (): boolean => useSyncExternalStore(onPrinting, () => printing.matches);

/** The colours of the person's scheme; paper is always light. */
export function useLook(): Look {
  const scheme = useComputedColorScheme('light');
  return usePrinting() || scheme === 'light' ? LIGHT : DARK;
}
