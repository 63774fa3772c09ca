import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiProduces, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { type ErrorCode, ERRORS } from './errors.js';
import { Problem } from './problem.js';

export interface OperationOptions {
  summary: string;
  description?: string;
  /** The body: a DTO, `[DTO]` for a list, `pageSchema(DTO)` for a page; absent for none. */
  response?: Type | [Type] | { page: Type };
  status?: number;
  /** An example body. */
  example?: unknown;
  /** What can go wrong beyond what every route can answer. */
  errors?: readonly ErrorCode[];
  produces?: string[];
}

/** A page of DTOs in the documentation. */
export const pageSchema = (item: Type): { page: Type } => ({ page: item });

/** Documents an operation whole: summary, example, response and each error response. */
export function Operation(options: OperationOptions): MethodDecorator {
  const { summary, description, response, status = 200, example, errors = [], produces } = options;
  const decorators: MethodDecorator[] = [
    ApiOperation({ summary, description }),
    HttpCode(status),
    ApiResponse({
      status,
      description: summary,
      ...(response === undefined ? plainBody(produces, example) : bodyOf(response, example)),
    }),
    ...(['unauthenticated', 'forbidden', 'invalid', 'too_many', ...errors] as ErrorCode[])
      .filter(unique)
      .map(problemResponse),
  ];
  if (produces) decorators.push(ApiProduces(...produces));
  const models =
    response === undefined
      ? []
      : [Array.isArray(response) ? response[0] : 'page' in response ? response.page : response];
  return applyDecorators(ApiExtraModels(Problem, ...models) as MethodDecorator, ...decorators);
}

const unique = (code: ErrorCode, index: number, codes: ErrorCode[]): boolean => codes.indexOf(code) === index;

/** A body of no schema: none at all, an example of one, or files of some kinds. */
function plainBody(produces: string[] | undefined, example: unknown): object {
  const mediaTypes = produces ?? (example === undefined ? [] : ['application/json']);
  if (mediaTypes.length === 0) return {};
  const media = { schema: {}, ...(example === undefined ? {} : { example }) };
  return { content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, media])) };
}

function bodyOf(response: NonNullable<OperationOptions['response']>, example: unknown): object {
  const ref = (type: Type) => ({ $ref: getSchemaPath(type) });
  const schema = Array.isArray(response)
    ? { type: 'array', items: ref(response[0]) }
    : 'page' in response
      ? {
          type: 'object',
          required: ['items', 'nextCursor'],
          properties: {
            items: { type: 'array', items: ref(response.page) },
            nextCursor: { type: 'string', nullable: true },
          },
        }
      : ref(response);
  return { content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } } };
}

function problemResponse(code: ErrorCode): MethodDecorator {
  const { status, title } = ERRORS[code];
  return ApiResponse({
    status,
    description: title.en,
    content: {
      'application/problem+json': {
        schema: { $ref: getSchemaPath(Problem) },
        example: { type: `urn:error:${code}`, title: title.en, status, code, requestId: 'req-1' },
      },
    },
  });
}
