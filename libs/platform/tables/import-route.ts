import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProperty } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  Bool,
  currentRequest,
  Idempotent,
  Nested,
  OneOf,
  Operation,
  TABLE_TYPES,
  TakesTable,
  Text,
  Whole,
} from '#platform/http';
import type { ImportDefinition } from './import-definition.js';
import { type ImportFile, tableFile } from './import-file.js';
import { IMPORT_MODES, type ImportMode, type ImportResult } from './import-rows.js';
import { type RowProblem, toldIn } from './row-problem.js';

/** Query of every import. */
export class ImportQuery {
  @OneOf(IMPORT_MODES, {
    optional: true,
    default: 'all',
    description: '`check` changes nothing, `all` takes every row or none, `good` takes the good rows',
    example: 'all',
  })
  mode: ImportMode = 'all';
}

export class ImportProblem {
  @Whole({
    optional: true,
    description: 'Row as a spreadsheet numbers it, in JSON the entry from 1; null: the file',
    example: 4,
  })
  row: number | null;

  @Text({ optional: true, description: 'Heading as the file has it, or the JSON path', example: 'name_en' })
  column: string | null;

  @Text({ optional: true, description: 'The cell as a spreadsheet names it; null in JSON', example: 'B4' })
  cell: string | null;

  @Text({ optional: true, description: 'What the cell holds', example: 'COMAR' })
  value: string | null;

  @ApiProperty({ description: 'What is wrong and what to do', example: 'is required' })
  detail: string;
}

export class ImportAnswer {
  @Whole({ description: 'Rows that the file has', example: 36 })
  rows: number;

  @Whole({ description: 'Rows that were imported', example: 36 })
  imported: number;

  @Nested(() => ImportProblem, {
    many: true,
    description: 'Everything that is wrong, in the order of the file',
  })
  problems: ImportProblem[];

  @Nested(() => ImportProblem, {
    many: true,
    optional: true,
    description: 'What a person should know although it was taken; absent: nothing',
  })
  warnings?: ImportProblem[];
}

export class ImportColumnDto {
  @Text({ example: 'nameEn' })
  field: string;

  @Text({ description: 'Heading in English', example: 'Name in English' })
  en: string;

  @Text({ description: 'Heading in Spanish', example: 'Nombre en inglés' })
  es: string;

  @Bool({ description: 'Whether a file without this column is refused' })
  required: boolean;

  @Text({ example: 'At most 300 characters' })
  descriptionEn: string;

  @Text({ example: 'Hasta 300 caracteres' })
  descriptionEs: string;
}

export class ImportKindDto {
  @Text({ description: 'Name of the kind in addresses and on the command line', example: 'institutions' })
  kind: string;

  @Text({ example: 'institutions by key' })
  aboutEn: string;

  @Text({ example: 'instituciones por clave' })
  aboutEs: string;

  @Text({ description: 'What a person must be allowed to', example: 'state.manage' })
  permission: string;

  @Nested(() => ImportColumnDto, { many: true, description: 'Empty for what is no table but one document' })
  columns: ImportColumnDto[];
}

/** A route that takes a file of rows as XLSX, CSV or JSON. Refused, it answers 422 with the same list. */
export const ImportsRows = (definition: ImportDefinition<unknown>): MethodDecorator =>
  applyDecorators(
    TakesTable(),
    Idempotent(),
    ApiConsumes(...TABLE_TYPES, 'application/json'),
    ApiBody({ schema: {}, description: columnsText(definition) }),
    Operation({
      summary: `Import: ${definition.about.en}`,
      description: columnsText(definition),
      response: ImportAnswer,
      example: { rows: 36, imported: 36, problems: [] },
      errors: ['malformed', 'conflict', 'payload_too_large', 'unsupported_media'],
    }),
  );

/** The file in the body of an `ImportsRows` route. */
export const FileOfRows = createParamDecorator((_: unknown, context: ExecutionContext): ImportFile => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  return body instanceof Uint8Array ? tableFile(body) : { format: 'json', content: body };
});

/** What an import came to, in the language of the request. */
export function importAnswer({ rows, imported, problems, warnings }: ImportResult): ImportAnswer {
  const lang = currentRequest()?.lang ?? 'es';
  const told = (list: RowProblem[]): ImportProblem[] => list.map((each) => toldIn(lang, each));
  return {
    ...{ rows, imported, problems: told(problems) },
    ...(warnings ? { warnings: told(warnings) } : {}),
  };
}

const columnsText = ({ columns }: ImportDefinition<unknown>): string =>
  columns
    .map(({ en, es, required, description }) => `- ${en} / ${es}${required ? ' *' : ''}: ${description.en}`)
    .join('\n');
