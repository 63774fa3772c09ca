import { ApiProperty } from '@nestjs/swagger';
import { type DomainError, ERRORS } from './errors.js';
import type { Lang } from './context.js';

class ProblemField {
  @ApiProperty({ description: 'Path of the field', example: 'facts[0].value' })
  field: string;

  @ApiProperty({
    description: 'What is wrong and what to do, in the language of the request',
    example: 'must be a number',
  })
  detail: string;
}

/** An error as RFC 9457 writes it. */
export class Problem {
  @ApiProperty({ example: 'urn:error:invalid' })
  type: string;

  @ApiProperty({ example: 'Some fields need a correction' })
  title: string;

  @ApiProperty({ example: 422 })
  status: number;

  @ApiProperty({ enum: Object.keys(ERRORS), example: 'invalid' })
  code: string;

  @ApiProperty({ example: 'Some fields need a correction' })
  detail: string;

  @ApiProperty({ description: 'Name it when you ask for help', example: 'req-1' })
  requestId: string;

  @ApiProperty({ type: [ProblemField], required: false })
  errors?: ProblemField[];
}

/** A domain error as problem document in one language. */
export function problemOf(
  error: DomainError,
  lang: Lang,
  requestId: string,
): Problem & Record<string, unknown> {
  const { status, title } = ERRORS[error.code];
  return {
    type: `urn:error:${error.code}`,
    title: title[lang],
    status,
    code: error.code,
    detail: error.detail[lang],
    requestId,
    ...(error.fields.length > 0
      ? { errors: error.fields.map((problem) => ({ field: problem.field, detail: problem.detail[lang] })) }
      : {}),
    ...error.extra,
  };
}
