import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { messageCode } from './messages.js';

/** What every field can say of itself. `optional` also takes null. */
export interface FieldOptions {
  description?: string;
  example?: unknown;
  optional?: boolean;
  /** Filled in when the field is absent; only told to readers, the class sets it. */
  default?: unknown;
}

type Rule = PropertyDecorator;

function field(options: FieldOptions, schema: ApiPropertyOptions, rules: Rule[]): PropertyDecorator {
  const { optional = false, description, example } = options;
  const documented = {
    description,
    example,
    required: !optional,
    default: options.default,
    ...(optional ? { nullable: true } : {}),
    ...schema,
  };
  const presence = optional ? IsOptional() : IsDefined({ message: messageCode('required') });
  return applyDecorators(ApiProperty(documented as ApiPropertyOptions), presence, ...rules);
}

/** PostgreSQL stores no NUL and JSON no lone surrogate; both are refused by name. */
export const STORABLE = /^(?:[^\u0000\uD800-\uDFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF])*$/;

/** Of a field that holds nothing there is nothing else to say. */
const unlessEmpty =
  (code: string) =>
  ({ value }: { value: unknown }): string =>
    value === '' ? messageCode('required') : code;

/** One line of text, trimmed. Default length: 1 to 200 characters. */
export function Text(
  options: FieldOptions & { min?: number; max?: number; pattern?: [RegExp, string] } = {},
): PropertyDecorator {
  const { min = options.optional ? 0 : 1, max = 200, pattern } = options;
  const shape = pattern && messageCode('pattern', pattern[1]);
  // Of a code of so many characters its shape tells the length, too.
  const size = (word: 'min' | 'max', count: number): string =>
    shape && min === max ? shape : messageCode(word, count);
  const rules: Rule[] = [
    Transform(({ value }) => (typeof value === 'string' ? value.trim() : (value as unknown))),
    IsString({ message: messageCode('text') }),
    MaxLength(max, { message: size('max', max) }),
    Matches(STORABLE, { message: messageCode('characters') }),
  ];
  if (min > 0)
    rules.push(MinLength(min, { message: unlessEmpty(min === 1 ? 'required' : size('min', min)) }));
  if (pattern) rules.push(Matches(pattern[0], { message: shape }));
  return field(
    options,
    { type: 'string', minLength: min || undefined, maxLength: max, pattern: pattern?.[0].source },
    rules,
  );
}

/** Several paragraphs of Markdown. Default: at most 10,000 characters. */
export const LongText = (options: FieldOptions & { max?: number } = {}): PropertyDecorator =>
  Text({ max: 10_000, ...options });

export const Uuid = (options: FieldOptions = {}): PropertyDecorator =>
  field({ example: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', ...options }, { type: 'string', format: 'uuid' }, [
    IsUUID('all', { message: messageCode('uuid') }),
  ]);

/** One of fixed words. */
export const OneOf = (words: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field({ example: words[0], ...options }, { type: 'string', enum: [...words] }, [
    IsIn([...words], { message: messageCode('one_of', words.join(', ')) }),
  ]);

/** A whole number; query strings count as numbers. */
export function Whole(options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  return numeric(options, 'integer', IsInt({ message: messageCode('whole') }));
}

/** A number, decimals allowed. */
export function Num(options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  return numeric(
    options,
    'number',
    IsNumber({ allowInfinity: false, allowNaN: false }, { message: messageCode('number') }),
  );
}

function numeric(
  options: FieldOptions & { min?: number; max?: number },
  type: 'integer' | 'number',
  rule: Rule,
): PropertyDecorator {
  const rules: Rule[] = [
    Transform(({ value }) =>
      typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
        ? Number(value)
        : (value as unknown),
    ),
    rule,
  ];
  if (options.min !== undefined)
    rules.push(Min(options.min, { message: messageCode('at_least', options.min) }));
  if (options.max !== undefined)
    rules.push(Max(options.max, { message: messageCode('at_most', options.max) }));
  return field(options, { type, minimum: options.min, maximum: options.max }, rules);
}

/** True or false; in a query string the words `true` and `false`. */
export const Bool = (options: FieldOptions = {}): PropertyDecorator =>
  field({ example: true, ...options }, { type: 'boolean' }, [
    Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown))),
    IsBoolean({ message: messageCode('bool') }),
  ]);

/** A calendar day as text, `2024-07-01`, without a time zone. */
export const DateOnly = (options: FieldOptions = {}): PropertyDecorator =>
  field({ example: '2024-07-01', ...options }, { type: 'string', format: 'date' }, [
    Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { message: unlessEmpty(messageCode('date')) }),
    IsISO8601({ strict: true }, { message: unlessEmpty(messageCode('date')) }), // a day that exists
  ]);

/** An instant as text, `2024-07-01T15:00:00Z`. */
export const Instant = (options: FieldOptions = {}): PropertyDecorator =>
  field({ example: '2024-07-01T15:00:00Z', ...options }, { type: 'string', format: 'date-time' }, [
    Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/, {
      message: messageCode('instant'),
    }),
    IsISO8601({ strict: true }, { message: messageCode('instant') }), // an instant that exists
  ]);

/** Another DTO, or a list of them with `many`. */
export function Nested(
  type: () => new () => object,
  options: FieldOptions & { many?: boolean; max?: number } = {},
): PropertyDecorator {
  const { many = false, max = 500 } = options;
  const rules: Rule[] = [Type(type), ValidateNested({ each: many, message: messageCode('object') })];
  if (many)
    rules.push(
      IsArray({ message: messageCode('list') }),
      ArrayMaxSize(max, { message: messageCode('list_max', max) }),
      IsObject({ each: true, message: messageCode('object') }), // no list within the list
    );
  // The documentation recognises a lazy type by the function's name alone.
  const lazy = { type: () => type() };
  return field(options, many ? { ...lazy, isArray: true, maxItems: max } : lazy, rules);
}

/** A list of short texts, each at most `max` characters (default 200), at most `most` of them (default 100). */
export function TextList(
  options: FieldOptions & { max?: number; most?: number; words?: readonly string[] } = {},
): PropertyDecorator {
  const { max = 200, most = 100, words } = options;
  const rules: Rule[] = [
    IsArray({ message: messageCode('list') }),
    ArrayMaxSize(most, { message: messageCode('list_max', most) }),
    IsString({ each: true, message: messageCode('text') }),
    Matches(/\S/, { each: true, message: messageCode('required') }),
    MaxLength(max, { each: true, message: messageCode('max', max) }),
    Matches(STORABLE, { each: true, message: messageCode('characters') }),
  ];
  if (words) rules.push(IsIn([...words], { each: true, message: messageCode('one_of', words.join(', ')) }));
  return field(
    options,
    {
      type: 'array',
      items: { type: 'string', maxLength: max, enum: words ? [...words] : undefined },
      maxItems: most,
    },
    rules,
  );
}

/** Any JSON value, in answers only: nothing of it is checked. */
export const Anything = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { oneOf: ANY_JSON }, []);

const ANY_JSON = [
  { type: 'string' },
  { type: 'number' },
  { type: 'boolean' },
  { type: 'object', additionalProperties: true },
  { type: 'array', items: {} },
];

/** Any JSON object, kept as it is (free-form disaggregations and summaries). */
export const JsonObject = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'object', additionalProperties: true }, []);
