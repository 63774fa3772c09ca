import type { Command } from 'commander';
import { CyclesService } from '#features/cycles';
import { SYSTEM } from '#platform/http';
import { withServices } from '../application.js';
import { tell } from '../terminal.js';

/** `mirps cycle open KEY`, `mirps cycle close KEY` */
export function cycleCommands(program: Command): void {
  const cycle = program.command('cycle').description('Reporting cycles');
  const step = (
    name: string,
    description: string,
    take: (cycles: CyclesService, key: string) => Promise<{ key: string; state: string }>,
  ): void => {
    cycle
      .command(`${name} <key>`)
      .description(description)
      .option('--json', 'the cycle as JSON')
      .action(async (key: string, { json }: { json?: boolean }) => {
        const result = await withServices((services) => take(services.get(CyclesService), key));
        tell(json, result, () => `${result.key} is now "${result.state}".`);
      });
  };
  step('open', 'Open a planned cycle: focal points can report, reminders begin', (cycles, key) =>
    cycles.open(SYSTEM, key),
  );
  step('close', 'End reporting of an open cycle and start the review', (cycles, key) =>
    cycles.startReview(SYSTEM, key),
  );
}
