import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { cycleKey } from '#features/cycles';
import { REPORT_FORMATS, type ReportFormat, ReportsService } from '#features/reports';
import { SnapshotsService } from '#features/rollups';
import type { Lang } from '#platform/http';
import { withServices } from '../application.js';
import { tell } from '../terminal.js';

interface ReportOptions {
  year: number;
  lang: Lang;
  format: ReportFormat;
  out: string;
  json?: boolean;
}

/** `mirps report annual|mid-year --year 2024 --lang en|es --format html|pdf|docx|xlsx|csv|json --out FILE` */
export function reportCommand(program: Command): void {
  program
    .command('report')
    .description('Write a report from the newest snapshot of a cycle; the same snapshot gives the same bytes')
    .addArgument(new Argument('<kind>', 'which report').choices(['annual', 'mid-year']))
    .requiredOption('--year <year>', 'the year of the cycle', year)
    .addOption(new Option('--lang <lang>', 'its language').choices(['en', 'es']).default('es'))
    .addOption(new Option('--format <format>', 'its form').choices([...REPORT_FORMATS]).default('html'))
    .requiredOption('--out <file>', 'where to write it')
    .option('--json', 'what was written as JSON')
    .action(async (kind: string, { year: ofYear, lang, format, out, json }: ReportOptions) => {
      const report = kind === 'annual' ? 'annual' : 'mid_year';
      const written = await withServices(async (services) => {
        const snapshot = await services.get(SnapshotsService).latestOf(cycleKey(ofYear, report));
        const { body, sha256 } = await services.get(ReportsService).render(snapshot.id, report, lang, format);
        await mkdir(dirname(out), { recursive: true });
        await writeFile(`${out}.part`, body);
        await rename(`${out}.part`, out);
        return {
          out,
          kind: report,
          year: ofYear,
          lang,
          format,
          sha256,
          bytes: Buffer.byteLength(body),
          snapshotId: snapshot.id,
        };
      });
      tell(
        json,
        written,
        () =>
          `Wrote ${out} (${written.bytes} bytes, SHA-256 ${written.sha256}) from snapshot ${written.snapshotId}.`,
      );
    });
}

function year(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError('Name a year such as 2024.');
  return Number(text);
}
