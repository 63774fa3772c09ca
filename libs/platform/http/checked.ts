import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { invalidFields } from './errors.js';
import { problemsOf } from './validation.js';

/** Checks input that came by another way than HTTP against a DTO. @throws DomainError invalid with every field that is wrong */
export async function checked<T extends object>(dto: new () => T, input: object): Promise<T> {
  const instance = plainToInstance(dto, input, { exposeDefaultValues: true });
  const errors = await validate(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
  });
  if (errors.length > 0) throw invalidFields(errors.flatMap((error) => problemsOf(error, '')));
  return instance;
}
