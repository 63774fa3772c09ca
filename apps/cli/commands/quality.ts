import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type FindingDto, FindingsService, type JudgedFinding, judge } from '#features/quality';
import { SYSTEM } from '#platform/http';
import { withServices } from '../application.js';
import { tell } from '../terminal.js';

/** `mirps quality --cycle 2024-annual [--state HN] [--judged FILE] [--json]` */
export function qualityCommand(program: Command): void {
  program
    .command('quality')
    .description('What looks odd in the figures of a cycle, with the answers given')
    .requiredOption('--cycle <key>', 'the cycle, such as 2024-annual')
    .option('--state <code>', 'one State only')
    .option('--judged <file>', 'a file of judgements: how many findings were false alarms')
    .option('--json', 'all findings as JSON')
    .action(async ({ cycle, state, judged, json }: Options) => {
      const result = await withServices((services) =>
        services.get(FindingsService).ofCycle(SYSTEM, cycle, state),
      );
      const judgements =
        judged === undefined
          ? []
          : (JSON.parse(await readFile(judged, 'utf8')) as { findings: JudgedFinding[] }).findings;
      const rate = judged === undefined ? undefined : judge(result.findings, judgements);
      tell(json, rate ? { ...result, rate } : result, () =>
        [
          ...result.findings.map(sentence),
          `${result.total} findings, ${result.answered} answered.`,
          ...(rate
            ? [
                `Judged: ${rate.rightly} rightly raised, ${rate.falseAlarms} false alarms, ${rate.notJudged} not judged yet; false alarm rate ${rate.falseAlarmPercent ?? 'unknown'}%.`,
              ]
            : []),
        ].join('\n'),
      );
    });
}

interface Options {
  cycle: string;
  state?: string;
  judged?: string;
  json?: boolean;
}

const sentence = (finding: FindingDto): string =>
  `${finding.stateCode} ${finding.factCode ?? finding.code ?? ''}  ${finding.check}: ${finding.detailEn}${finding.answer ? ` [${finding.answer.answer}]` : ''}`;
