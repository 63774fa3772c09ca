import { useEffect, useRef } from 'react';

interface SlideKeys {
  next: () => void;
  previous: () => void;
  first: () => void;
  last: () => void;
  wholeScreen: () => void;
}

const KEYS: Record<string, keyof SlideKeys> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
};

/** The keys of a remote control for slides; letters and keys with modifiers stay the browser's. */
export function useSlideKeys(keys: SlideKeys): void {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const key = KEYS[event.key];
      if (!key || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      newest.current[key]();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
