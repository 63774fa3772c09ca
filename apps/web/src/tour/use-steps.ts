import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Me } from '~/app/session';
import { addressOf } from './places';
import { keepTour, type TourProgress } from './progress';
import { type Step, TOURS } from './tours';

interface Steps {
  step: Step | undefined;
  /** The page of the step is open. */
  here: boolean;
  /** Changes with the page that is shown. */
  page: string;
  total: number;
  /** Shows a step, or the next one that has something to show; past the last the tour is done. */
  show: (at: number, way?: 1 | -1) => Promise<void>;
  leave: () => void;
}

/** Goes through the steps of a tour across pages. */
export function useSteps(me: Me, { role, step: at }: TourProgress): Steps {
  const client = useQueryClient();
  const router = useRouter();
  const page = useLocation({ select: ({ href }) => href });
  const [address, setAddress] = useState<string>();
  const steps: Step[] = TOURS[role];
  const userId = me.user.id;

  const show = useCallback(
    async (wanted: number, way: 1 | -1 = 1): Promise<void> => {
      const tour: Step[] = TOURS[role];
      for (let n = wanted; n >= 0; n += way) {
        const place = tour[n]?.at;
        if (place === undefined) return keepTour(userId, { role, step: 0, state: 'done' });
        const found = await addressOf(place, client, me).catch(() => undefined);
        if (found === undefined) continue;
        setAddress(found);
        keepTour(userId, { role, step: n, state: 'running' });
        if (!router.state.location.href.startsWith(found)) router.history.push(found);
        return;
      }
    },
    [client, router, role, me, userId],
  );

  // Begun, or taken up again after the page was loaded anew.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void show(at);
  }, [at, show]);

  return {
    step: steps[at],
    here: address !== undefined && page.startsWith(address),
    page,
    total: steps.length,
    show,
    leave: () => keepTour(userId, { role, step: at, state: 'left' }),
  };
}
