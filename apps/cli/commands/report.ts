import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { cycleKey } from '#features/cycles';
import {
  REPORT_FORMATS,
  ReportRegister,
  type ReportFormat,
  SHEET_KINDS,
  type SheetKind,
} from '#features/reports';
import { SnapshotsService } from '#features/rollups';
import type { Lang } from '#platform/http';
import { withServices } from '../application.js';
import { tell } from '../terminal.js';
import { verifyCommand } from './report-verify.js';

interface ReportOptions {
  year: number;
  lang: Lang;
  format: ReportFormat;
  out: string;
  json?: boolean;
}

/** `mirps report annual|mid-year …` and `mirps report sheet …` write, `mirps report verify FILE` tells whose a file is. */
export function reportCommand(program: Command): void {
  const reports = program.command('report').description('Write reports, and tell whose a file is');
  writeCommand(reports);
  sheetCommand(reports);
  verifyCommand(reports);
}

/** `mirps report annual|mid-year --year 2024 --lang en|es --format html|pdf|docx|xlsx|csv|json --out FILE` */
function writeCommand(reports: Command): void {
  reports
    .command('write', { isDefault: true })
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
        const { body, sha256 } = await services.get(ReportRegister).write(snapshot.id, report, lang, format);
        await put(out, body);
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

interface SheetOptions {
  cycle: string;
  subject: string;
  lang: Lang;
  format: (typeof SHEET_FORMATS)[number];
  out: string;
  json?: boolean;
}

const SHEET_FORMATS = ['pdf', 'docx', 'html', 'json'] as const;

/** `mirps report sheet state|team|area|pledges --cycle KEY [--subject MX|RTT-RA|protection] --lang en|es --out FILE` */
function sheetCommand(reports: Command): void {
  reports
    .command('sheet')
    .description(
      'Write a short paper: on a State, on a regional team, on an area across the region, on the pledges',
    )
    .addArgument(new Argument('<kind>', 'which paper').choices([...SHEET_KINDS]))
    .requiredOption('--cycle <key>', 'key of the cycle, such as 2024-annual')
    .option(
      '--subject <key>',
      'code of the State (MX), key of the team (RTT-RA) or of the area (protection)',
      '',
    )
    .addOption(new Option('--lang <lang>', 'its language').choices(['en', 'es']).default('es'))
    .addOption(new Option('--format <format>', 'its form').choices([...SHEET_FORMATS]).default('pdf'))
    .requiredOption('--out <file>', 'where to write it')
    .option('--json', 'what was written as JSON')
    .action(async (kind: SheetKind, { cycle, subject, lang, format, out, json }: SheetOptions) => {
      const written = await withServices(async (services) => {
        const snapshot = await services.get(SnapshotsService).latestOf(cycle);
        const { body, sha256 } = await services
          .get(ReportRegister)
          .writeSheet(snapshot.id, { kind, subject }, lang, format);
        await put(out, body);
        return { out, kind, subject, lang, format, sha256, snapshotId: snapshot.id };
      });
      tell(
        json,
        written,
        () => `Wrote ${out} (SHA-256 ${written.sha256}) from snapshot ${written.snapshotId}.`,
      );
    });
}

/** Puts the file there whole or not at all. */
async function put(out: string, body: string | Buffer): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  await writeFile(`${out}.part`, body);
  await rename(`${out}.part`, out);
}

function year(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError('Name a year such as 2024.');
  return Number(text);
}
