import { useMemo, useSyncExternalStore } from 'react';
import type { TourRole } from './tours';

/** Roles that have a tour, the one that decides a person's first page before the others. */
export const TOUR_ROLES = [
  'national_coordinator',
  'focal_point',
  'team_lead',
  'presidency',
  'secretariat',
  'administrator',
  'support_platform',
] as const satisfies readonly TourRole[];

/** How far a person has come; this device alone remembers it. */
export interface TourProgress {
  role: TourRole;
  step: number;
  state: 'running' | 'left' | 'done';
}

const keyOf = (userId: string): string => `mirps.tour.${userId}`;
const listeners = new Set<() => void>();

const isProgress = (value: unknown): value is TourProgress =>
  TOUR_ROLES.some((role) => role === (value as Partial<TourProgress> | null)?.role);

function parsed(text: string | null): TourProgress | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isProgress(value) ? value : null;
  } catch {
    return null;
  }
}

export function keepTour(userId: string, progress: TourProgress): void {
  localStorage.setItem(keyOf(userId), JSON.stringify(progress));
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The tour of a person on this device; null when none was begun. */
export function useTour(userId: string): TourProgress | null {
  const kept = useSyncExternalStore(subscribe, () => localStorage.getItem(keyOf(userId)));
  return useMemo(() => parsed(kept), [kept]);
}
