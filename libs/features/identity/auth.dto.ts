import { Nested, OneOf, Text, Uuid } from '#platform/http';
import { LANGS } from './identity.vocabulary.js';

export class SignInDto {
  @Text({ max: 200, description: 'E-mail address', example: 'ana.perez@example.org' })
  email: string;

  @Text({ max: 128, description: 'Password', example: 'sopa norte lápiz tren' })
  password: string;
}

/** A person as they see themselves. */
export class OwnUserDto {
  @Uuid()
  id: string;

  @Text({ example: 'Ana Pérez' })
  name: string;

  @Text({ example: 'ana.perez@example.org' })
  email: string;

  @OneOf(LANGS, { description: 'Language of pages and mails' })
  lang: string;
}

/** Who is signed in; null for nobody. */
export class SessionDto {
  @Nested(() => OwnUserDto, { optional: true })
  user: OwnUserDto | null;
}
