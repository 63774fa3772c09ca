import {
  type DynamicModule,
  Controller,
  Get,
  Inject,
  Module,
  Param,
  Post,
  Query,
  Res,
  StreamableFile,
  type Type,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, Can, CurrentActor, notFound, OneOf, Operation, Public } from '#platform/http';
import type { ImportDefinition } from './import-definition.js';
import type { ImportFile } from './import-file.js';
import {
  FileOfRows,
  type ImportAnswer,
  importAnswer,
  ImportKindDto,
  ImportQuery,
  ImportsRows,
} from './import-route.js';
import type { ImportMode, ImportResult } from './import-rows.js';
import { TEMPLATE_FORMATS, type TemplateFormat, templateOf } from './import-template.js';

type Take = (actor: Actor, file: ImportFile, mode: ImportMode) => Promise<ImportResult>;

/** A kind of rows that files may bring: what they look like, who may bring them, and what takes them. */
export interface ImportKind {
  definition: ImportDefinition<unknown>;
  permission: string;
  service: Type<unknown>;
  take: (service: unknown, ...file: Parameters<Take>) => Promise<ImportResult>;
}

/** A kind whose files a service takes by its verb `verb`. */
export const importKind = <V extends string>(
  definition: ImportDefinition<unknown>,
  permission: string,
  service: Type<Record<V, Take>>,
  verb: V,
): ImportKind => ({
  definition,
  permission,
  service,
  take: (given, ...file) => (given as Record<V, Take>)[verb](...file),
});

const KINDS = Symbol('kinds of imports');
const LANGS = ['en', 'es'] as const;

class TemplateQuery {
  @OneOf(TEMPLATE_FORMATS, { optional: true, default: 'xlsx', example: 'xlsx' })
  format: TemplateFormat = 'xlsx';

  @OneOf(LANGS, { optional: true, default: 'es', description: 'Language of the headings', example: 'es' })
  lang: (typeof LANGS)[number] = 'es';
}

@ApiTags('imports')
@Controller('api/imports')
class ImportsController {
  constructor(@Inject(KINDS) private readonly kinds: readonly ImportKind[]) {}

  @Get()
  @Public()
  @Operation({ summary: 'What can be imported, with the columns of each table', response: [ImportKindDto] })
  list(): ImportKindDto[] {
    return this.kinds.map(({ definition: { kind, about, columns }, permission }) => ({
      kind,
      aboutEn: about.en,
      aboutEs: about.es,
      permission,
      columns: columns.map(({ field, en, es, required = false, description }) => ({
        field,
        en,
        es,
        required,
        descriptionEn: description.en,
        descriptionEs: description.es,
      })),
    }));
  }

  @Get(':kind/template')
  @Public()
  @Operation({
    summary: 'An empty table with the headings, to fill in',
    produces: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
    example: 'Clave,Sigla,Nombre en inglés,Nombre en español\r\n',
    errors: ['not_found'],
  })
  async template(
    @Param('kind') kind: string,
    @Query() { format, lang }: TemplateQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const found = this.kinds.find(({ definition }) => definition.kind === kind);
    if (!found || found.definition.columns.length === 0)
      throw notFound({ en: 'template', es: 'la plantilla' });
    void reply.header('cache-control', 'public, max-age=300');
    return new StreamableFile(await templateOf(found.definition, format, lang), {
      type:
        format === 'csv'
          ? 'text/csv; charset=utf-8'
          : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      disposition: `attachment; filename="${kind}-${lang}.${format}"`,
    });
  }
}

/** `POST /api/imports/KIND` of one kind. */
function controllerOf({ definition, permission, service, take }: ImportKind): Type {
  @ApiTags('imports')
  @Controller('api/imports')
  class ImportController {
    constructor(@Inject(service) private readonly service: unknown) {}

    @Post(definition.kind)
    @Can(permission)
    @ImportsRows(definition)
    async take(
      @CurrentActor() actor: Actor,
      @FileOfRows() file: ImportFile,
      @Query() { mode }: ImportQuery,
    ): Promise<ImportAnswer> {
      return importAnswer(await take(this.service, actor, file, mode));
    }
  }
  // The API's description and logs name routes by their class.
  Object.defineProperty(ImportController, 'name', { value: `Import_${definition.kind}` });
  return ImportController;
}

/** Routes for every kind of import, in one shape. */
@Module({})
export class ImportsModule {
  /** @param rooms the modules that export the kinds' services */
  static of(kinds: readonly ImportKind[], rooms: Type[]): DynamicModule {
    return {
      module: ImportsModule,
      imports: rooms,
      controllers: [ImportsController, ...kinds.map(controllerOf)],
      providers: [{ provide: KINDS, useValue: kinds }],
    };
  }
}
