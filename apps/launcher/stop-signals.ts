const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls back once for everything that asks this process to end: Ctrl-C, SIGTERM, a closed terminal, and the end of
 * the start script that runs it as a child, even by `kill -9`.
 */
export function onStopRequest(callback: () => void): void {
  let asked = false;
  const ask = (): void => {
    if (asked) return;
    asked = true;
    callback();
  };
  for (const signal of SIGNALS) process.on(signal, ask);
  process.on('disconnect', ask);
  // A closed terminal can no longer be written to; that must not end us before everything is stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
