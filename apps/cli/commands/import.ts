import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { invalid, SYSTEM } from '#platform/http';
import {
  importFileNamed,
  type ImportKind,
  type ImportMode,
  ImportRefused,
  type ImportResult,
  type RowProblem,
  toldIn,
} from '#platform/tables';
import { imports } from '../../composition/imports.js';
import { withServices } from '../application.js';
import { CheckFailed, tell } from '../terminal.js';

interface ImportOptions {
  check?: boolean;
  goodRows?: boolean;
  json?: boolean;
}

/** `mirps import KIND FILE [--check] [--good-rows] [--json]` */
export function importCommand(program: Command): void {
  program
    .command('import')
    .description(
      'Take rows from an XLSX, CSV or JSON file: all of them, or none when any is wrong (exit code 3)',
    )
    .argument('<kind>', 'one of the kinds below', kindNamed)
    .argument('<file>', 'an .xlsx file, a .csv file in UTF-8, or .json')
    .option('--check', 'only tell what is wrong; change nothing')
    .option('--good-rows', 'take the good rows and leave the wrong ones')
    .option('--json', 'the outcome as JSON')
    .addHelpText('after', `\nKinds and their columns (* must be there):\n${imports.map(kindText).join('\n')}`)
    .action(async (kind: ImportKind, path: string, options: ImportOptions) => {
      if (options.check && options.goodRows)
        throw invalid('--good-rows', {
          en: 'choose --check or --good-rows, not both',
          es: 'elija --check o --good-rows, no ambas',
        });
      const file = importFileNamed(path, await readFile(path));
      const mode = options.check ? 'check' : options.goodRows ? 'good' : 'all';
      const result = await withServices((services) =>
        outcome(() => kind.take(services.get(kind.service), SYSTEM, file, mode)),
      );
      const problems = result.problems.map((problem) => toldIn('en', problem));
      const warnings = result.warnings?.map((warning) => toldIn('en', warning));
      tell(options.json, { ...result, problems, warnings }, () => sentences(result, mode));
      if (problems.length > 0) throw new CheckFailed();
    });
}

async function outcome(take: () => Promise<ImportResult>): Promise<ImportResult> {
  try {
    return await take();
  } catch (error) {
    if (error instanceof ImportRefused) return error.result;
    throw error;
  }
}

function kindNamed(word: string): ImportKind {
  const found = imports.find(({ definition }) => definition.kind === word);
  if (!found)
    throw new InvalidArgumentError(
      `There are: ${imports.map(({ definition }) => definition.kind).join(', ')}.`,
    );
  return found;
}

const kindText = ({ definition: { kind, about, columns } }: ImportKind): string =>
  [
    `  ${kind}: ${about.en}`,
    ...columns.map(
      ({ en, es, required, description }) => `    ${en} | ${es}${required ? ' *' : ''}  ${description.en}`,
    ),
  ].join('\n');

function sentence(problem: RowProblem): string {
  const { row, column, cell, value, detail } = toldIn('en', problem);
  const place = [row === null ? 'the file' : (cell ?? `row ${row}`), column].filter(Boolean).join(', ');
  return `${place}: ${detail}${value === null ? '' : ` (it holds: ${value})`}`;
}

function sentences({ rows, imported, problems, warnings = [] }: ImportResult, mode: ImportMode): string {
  const lines = [
    ...problems.map(sentence),
    ...warnings.map((warning) => `Only to know: ${sentence(warning)}`),
  ];
  const ending =
    mode === 'check'
      ? problems.length === 0
        ? `${rows} rows are good. Nothing was changed.`
        : `${problems.length} problems in ${rows} rows. Nothing was changed.`
      : problems.length === 0
        ? `Imported ${imported} rows.`
        : `${problems.length} problems; ${imported} of ${rows} rows were imported.`;
  return [...lines, ending].join('\n');
}
