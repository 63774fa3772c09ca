import type { Command } from 'commander';
import { CyclesService } from '#features/cycles';
import { RollupsService } from '#features/rollups';
import { withServices } from '../application.js';
import { tell } from '../terminal.js';

/** `mirps rollup --cycle 2024-annual [--json]` */
export function rollupCommand(program: Command): void {
  program
    .command('rollup')
    .description('Recompute and store every number of a cycle')
    .requiredOption('--cycle <key>', 'the cycle, such as 2024-annual')
    .option('--json', 'all cells as JSON')
    .action(async ({ cycle, json }: { cycle: string; json?: boolean }) => {
      const cells = await withServices(async (services) => {
        const { id } = await services.get(CyclesService).get(cycle);
        return services.get(RollupsService).recomputeCycle(id);
      });
      tell(json, { cycle, cells }, () => {
        const region = cells.find(({ level }) => level === 'region');
        return `${cycle}: ${region?.reported ?? 0} of ${region?.commitments ?? 0} commitments reported, mean ${region?.meanPercent ?? 'not reported'}; ${cells.length} cells stored.`;
      });
    });
}
