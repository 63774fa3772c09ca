import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useState } from 'react';

/** Where something is on the screen. */
export interface Box {
  top: number;
  left: number;
  width: number;
  height: number;
}

/** Waits for what a step points at, brings it into view and tells where it is while the page moves. */
export function useTarget(selector: string | undefined, page: string): Box | undefined {
  const still = useReducedMotion();
  const wanted = selector === undefined ? undefined : `${selector} ${page}`;
  const [found, setFound] = useState<{ of: string; element: Element }>();
  const [seen, setSeen] = useState<{ of: Element; box: Box }>();
  const element = found?.of === wanted ? found?.element : undefined;

  useEffect(() => {
    if (selector === undefined || wanted === undefined || element) return;
    const look = (): void => {
      const match = document.querySelector(selector);
      if (match) setFound({ of: wanted, element: match });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    look();
    return () => observer.disconnect();
  }, [selector, wanted, element]);

  useEffect(() => {
    if (!element) return;
    const { height } = element.getBoundingClientRect();
    element.scrollIntoView({
      behavior: still ? 'auto' : 'smooth',
      block: height < innerHeight / 3 && innerWidth > 600 ? 'center' : 'start',
    });
    const measure = (): void => {
      // What was drawn anew is looked for again.
      if (!element.isConnected) return setFound(undefined);
      const { top, left, width, height: high } = element.getBoundingClientRect();
      setSeen({ of: element, box: { top, left, width, height: high } });
    };
    measure();
    const size = new ResizeObserver(measure);
    size.observe(document.body);
    addEventListener('scroll', measure, { capture: true, passive: true });
    return () => {
      size.disconnect();
      removeEventListener('scroll', measure, { capture: true });
    };
  }, [element, still]);

  return element && seen?.of === element ? seen.box : undefined;
}
