/** How long to wait at most for a page, and then for a quiet moment. */
const PATIENCE = 15_000;

let quiet: Promise<void> | undefined;

/** Resolves when the first page stands and the processor has nothing to do: the time for what nobody waits for. */
export const whenQuiet = (): Promise<void> =>
  (quiet ??= new Promise((resolve) => {
    const idle = () => {
      // Safari has no such call; a moment later is as good there.
      if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: PATIENCE });
      else setTimeout(resolve, 300);
    };
    const begun = performance.now();
    const look = () => {
      if (document.querySelector('main h1') || performance.now() - begun > PATIENCE) idle();
      else setTimeout(look, 100);
    };
    look();
  }));
