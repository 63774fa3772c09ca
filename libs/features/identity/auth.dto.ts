import { Instant, Nested, OneOf, Text, Uuid } from '#platform/http';
import { LANGS, LINK_PURPOSES, type LinkPurpose } from './identity.vocabulary.js';

/** What can be left to do before somebody is signed in. */
export const STEPS = ['verify', 'enrol'] as const;

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

  @OneOf(STEPS, {
    optional: true,
    description:
      'What is left to do: show the second factor, or set one up. Until then every other route answers 403',
  })
  step: (typeof STEPS)[number] | null;
}

const ASKED = ['sign_in', 'password_reset'] as const;

export class LinkRequestDto {
  @Text({ max: 200, description: 'E-mail address', example: 'ana.perez@example.org' })
  email: string;

  @OneOf(ASKED, { description: 'What the link is for' })
  purpose: (typeof ASKED)[number];
}

const TOKEN = {
  max: 200,
  description: 'What stands behind the # of the link in the mail',
  example: 'AZLzoFwe…',
};

export class LinkTokenDto {
  @Text(TOKEN)
  token: string;
}

/** A link that works, to show what it will do. */
export class LinkDto {
  @OneOf(LINK_PURPOSES)
  purpose: LinkPurpose;

  @Text({ description: 'Whose it is', example: 'Ana Pérez' })
  name: string;

  @Text({ description: 'The present address of the person', example: 'ana.perez@example.org' })
  address: string;

  @Text({ optional: true, description: 'The new address, of a change of address' })
  newEmail: string | null;

  @Instant()
  expiresAt: Date | string;
}

export class LinkUseDto {
  @Text(TOKEN)
  token: string;

  @Text({ optional: true, max: 128, description: 'The new password, where the link is for one' })
  password?: string;
}

export const LINK_OUTCOMES = ['signed_in', 'password_set', 'email_half_confirmed', 'email_changed'] as const;

export class LinkUsedDto {
  @OneOf(LINK_OUTCOMES, {
    description: '`email_half_confirmed`: the other address has yet to confirm',
  })
  outcome: (typeof LINK_OUTCOMES)[number];
}

/** A government's own identity provider. */
export class ProviderDto {
  @Text({ example: 'mx-sre' })
  id: string;

  @Text({ description: 'In the language of the request', example: 'Secretaría de Relaciones Exteriores' })
  name: string;

  @Text({ example: 'MX' })
  stateCode: string;
}

export class ProviderSignInDto {
  @Text({ max: 60, example: 'mx-sre' })
  provider: string;
}

export class ProviderPageDto {
  @Text({
    description: 'The provider’s page to go to',
    example: 'https://login.example.gob.mx/auth?client_id=mirps',
  })
  url: string;
}
