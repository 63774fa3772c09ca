import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { type FieldProblem, invalidFields } from './errors.js';
import { messageText } from './messages.js';

/** Turns a request into its DTO, or refuses it with every field that is wrong. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors: ValidationError[]) =>
      invalidFields(errors.flatMap((error) => problemsOf(error, ''))),
  });

export function problemsOf(error: ValidationError, parent: string): FieldProblem[] {
  const index = /^\d+$/.test(error.property);
  const path = index
    ? `${parent}[${error.property}]`
    : parent
      ? `${parent}.${error.property}`
      : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field: path,
    detail: messageText(rule === 'whitelistValidation' ? 'unknown' : message),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, path))];
}
