import type { Command } from 'commander';
import { ExportsService } from '#features/exports';
import { withServices } from '../application.js';
import { progressBar, tell } from '../terminal.js';

/** `mirps export --out DIR` */
export function exportCommand(program: Command): void {
  program
    .command('export')
    .description('Write all data as CSV and JSON with a manifest of rows and hashes, as of one moment')
    .requiredOption('--out <folder>', 'a new or empty folder')
    .option('--json', 'the manifest as JSON')
    .action(async ({ out, json }: { out: string; json?: boolean }) => {
      const bar = progressBar('Exporting');
      const manifest = await withServices((services) =>
        services.get(ExportsService).writeAll(out, bar.to.bind(bar)),
      ).finally(() => bar.end());
      const rows = manifest.files
        .filter(({ file }) => file.endsWith('.csv'))
        .reduce((sum, file) => sum + file.rows, 0);
      tell(json, manifest, () => `Wrote ${manifest.files.length} files with ${rows} rows to ${out}.`);
    });
}
