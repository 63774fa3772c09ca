import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { ResultsService, unhcrResultsImport } from '#features/indicators';
import { PartnerFiguresImport, partnerFiguresImport } from '#features/partners';
import { pledgesImport, PledgesService } from '#features/pledges';
import { projectsImport, ProjectsService } from '#features/projects';
import { quantificationImport, QuantificationService } from '#features/quantification';
import {
  acronymsImport,
  annualMeetingsImport,
  contextFiguresImport,
  RegionalFiguresService,
  RegionalPlansService,
} from '#features/regional';
import { InstitutionsService, institutionsImport } from '#features/states';
import { TeamActivitiesImport, teamActivitiesImport } from '#features/teams';
import { invalid, SYSTEM } from '#platform/http';
import {
  type ImportDefinition,
  type ImportFile,
  importFileNamed,
  type ImportMode,
  ImportRefused,
  type ImportResult,
  type RowProblem,
  toldIn,
} from '#platform/tables';
import { type Services, withServices } from '../application.js';
import { CheckFailed, tell } from '../terminal.js';

interface Importable {
  definition: ImportDefinition<unknown>;
  take: (services: Services, file: ImportFile, mode: ImportMode) => Promise<ImportResult>;
}

/** What can be imported: one line a kind. */
const IMPORTS: readonly Importable[] = [
  {
    definition: institutionsImport,
    take: (services, file, mode) => services.get(InstitutionsService).importFile(SYSTEM, file, mode),
  },
  {
    definition: unhcrResultsImport,
    take: (services, file, mode) => services.get(ResultsService).importFile(SYSTEM, file, mode),
  },
  {
    definition: pledgesImport,
    take: (services, file, mode) => services.get(PledgesService).importFile(SYSTEM, file, mode),
  },
  {
    definition: quantificationImport,
    take: (services, file, mode) => services.get(QuantificationService).importFile(SYSTEM, file, mode),
  },
  {
    definition: projectsImport,
    take: (services, file, mode) => services.get(ProjectsService).importFile(SYSTEM, file, mode),
  },
  {
    definition: teamActivitiesImport,
    take: (services, file, mode) => services.get(TeamActivitiesImport).importFile(SYSTEM, file, mode),
  },
  {
    definition: partnerFiguresImport,
    take: (services, file, mode) => services.get(PartnerFiguresImport).importFile(SYSTEM, file, mode),
  },
  {
    definition: annualMeetingsImport,
    take: (services, file, mode) => services.get(RegionalPlansService).importMeetings(SYSTEM, file, mode),
  },
  {
    definition: contextFiguresImport,
    take: (services, file, mode) => services.get(RegionalFiguresService).importFigures(SYSTEM, file, mode),
  },
  {
    definition: acronymsImport,
    take: (services, file, mode) => services.get(RegionalFiguresService).importAcronyms(SYSTEM, file, mode),
  },
];

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
    .addHelpText('after', `\nKinds and their columns (* must be there):\n${IMPORTS.map(kindText).join('\n')}`)
    .action(async (kind: Importable, path: string, options: ImportOptions) => {
      if (options.check && options.goodRows)
        throw invalid('--good-rows', {
          en: 'choose --check or --good-rows, not both',
          es: 'elija --check o --good-rows, no ambas',
        });
      const file = importFileNamed(path, await readFile(path));
      const mode = options.check ? 'check' : options.goodRows ? 'good' : 'all';
      const result = await withServices((services) => outcome(() => kind.take(services, file, mode)));
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

function kindNamed(word: string): Importable {
  const found = IMPORTS.find(({ definition }) => definition.kind === word);
  if (!found)
    throw new InvalidArgumentError(
      `There are: ${IMPORTS.map(({ definition }) => definition.kind).join(', ')}.`,
    );
  return found;
}

const kindText = ({ definition: { kind, about, columns } }: Importable): string =>
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
