import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { type FieldProblem, invalidFields } from './errors.js';
import { messageText } from './messages.js';

rememberRules();

/** As many as somebody mends at once; a body of nothing but mistakes gets no answer that is longer than itself. */
const MOST_PROBLEMS = 100;

/** Longest name of a field that is said back. */
const LONGEST_PATH = 300;

/** Turns a request into its DTO, or refuses it with every field that is wrong. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors: ValidationError[]) =>
      invalidFields(
        errors
          .slice(0, MOST_PROBLEMS)
          .flatMap((error) => problemsOf(error, ''))
          .slice(0, MOST_PROBLEMS),
      ),
  });

export function problemsOf(error: ValidationError, parent: string): FieldProblem[] {
  const index = /^\d+$/.test(error.property);
  const path = index
    ? `${parent}[${error.property}]`
    : parent
      ? `${parent}.${error.property}`
      : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field: path.slice(0, LONGEST_PATH),
    detail: messageText(rule === 'whitelistValidation' ? 'unknown' : message),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, path))];
}

/**
 * class-validator gathers the rules of a class anew for every object that it checks, which costs more than to check them.
 * A class has all its rules once it is loaded, so what was gathered is kept.
 */
function rememberRules(): void {
  const storage = getMetadataStorage();
  const gather = storage.getTargetValidationMetadatas.bind(storage);
  type Gather = typeof gather;
  const gathered = new WeakMap<Parameters<Gather>[0], ReturnType<Gather>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || groups?.length)
      return gather(target, schema, always, strictGroups, groups);
    let rules = gathered.get(target);
    if (!rules) gathered.set(target, (rules = gather(target, schema, always, strictGroups, groups)));
    return rules;
  };
}
