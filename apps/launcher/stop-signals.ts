const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const LOOK_EVERY_MS = 500;

/**
 * Calls back once for everything that asks this process to end: Ctrl-C, SIGTERM, a closed terminal, and the end of
 * the process that started it (npm, or the start script on an older Node), even by `kill -9`.
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
  // npm gives no channel. Below a shell or a service manager, however, a new parent means nothing.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== undefined && process.channel === undefined) {
    setInterval(() => {
      if (process.ppid !== parent) ask();
    }, LOOK_EVERY_MS).unref();
  }
  // A closed terminal can no longer be written to; that must not end us before everything is stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
