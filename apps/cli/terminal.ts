import { SingleBar } from 'cli-progress';

/** A check that ran well and found something wrong; the command has told what. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
}

/** Prints the result: JSON with `--json`, else a sentence for people. Standard output holds nothing else. */
export function tell(json: boolean | undefined, result: unknown, sentence: () => string): void {
  console.log(json ? JSON.stringify(result, null, 2) : sentence());
}

/** A bar on standard error while a person watches; nothing otherwise. */
export function progressBar(label: string): { to(done: number, of: number): void; end(): void } {
  if (!process.stderr.isTTY) return { to: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    format: `${label} [{bar}] {value}/{total}`,
    stream: process.stderr,
    clearOnComplete: true,
  });
  let started = false;
  return {
    to(done, of) {
      if (!started) bar.start(of, 0);
      started = true;
      bar.update(done);
    },
    end() {
      if (started) bar.stop();
    },
  };
}
