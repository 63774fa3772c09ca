import { isUUID } from 'class-validator';
import { type Command, InvalidArgumentError } from 'commander';
import { CyclesService } from '#features/cycles';
import { SnapshotsService } from '#features/rollups';
import { withServices } from '../application.js';
import { CheckFailed, progressBar, tell } from '../terminal.js';

/** `mirps snapshot list`, `mirps snapshot verify [--cycle KEY | --id ID]` */
export function snapshotCommands(program: Command): void {
  const snapshot = program.command('snapshot').description('Frozen numbers');

  snapshot
    .command('list')
    .description('All snapshots, newest first')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const list = await withServices((services) => services.get(SnapshotsService).list());
      tell(
        json,
        list,
        () =>
          list.map((each) => `${each.id}  ${each.cycleKey} no. ${each.number}  ${each.sha256}`).join('\n') ||
          'There is no snapshot yet.',
      );
    });

  snapshot
    .command('verify')
    .description(
      'Check snapshots against their hash and against the updates that they name; exit code 3 when one fails',
    )
    .option('--cycle <key>', 'only the snapshots of this cycle')
    .option('--id <id>', 'only this snapshot', idOfSnapshot)
    .option('--json', 'as JSON')
    .action(async ({ cycle, id, json }: { cycle?: string; id?: string; json?: boolean }) => {
      const bar = progressBar('Verifying');
      const results = await withServices(async (services) => {
        const snapshots = services.get(SnapshotsService);
        if (cycle) await services.get(CyclesService).get(cycle); // a wrong name is no success
        const chosen = id ? [await snapshots.get(id)] : await snapshots.list(cycle);
        const verified = [];
        for (const [i, { id: snapshotId, cycleKey, number }] of chosen.entries()) {
          bar.to(i, chosen.length);
          verified.push({ ...(await snapshots.verify(snapshotId)), cycleKey, number });
        }
        return verified;
      }).finally(() => bar.end());
      tell(
        json,
        results,
        () =>
          results
            .map(
              (each) =>
                `${each.cycleKey} no. ${each.number}: ${each.intact && each.recomputed ? 'verified' : `FAILED (${each.intact ? `recomputation differs in ${each.differences.join(', ')}` : 'the stored text does not have its hash'})`}  ${each.sha256}`,
            )
            .join('\n') || 'There is no snapshot to verify.',
      );
      if (results.some((each) => !each.intact || !each.recomputed)) throw new CheckFailed();
    });
}

function idOfSnapshot(text: string): string {
  if (!isUUID(text)) throw new InvalidArgumentError('Name an id as `mirps snapshot list` shows it.');
  return text;
}
