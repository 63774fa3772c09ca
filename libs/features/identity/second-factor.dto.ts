import { Instant, JsonObject, Nested, Text, TextList, Uuid, Bool, Whole } from '#platform/http';

export class CodeDto {
  @Text({
    max: 40,
    description: 'Six digits of the authenticator app, or a recovery code',
    example: '287082',
  })
  code: string;
}

/** One of them is enough. */
export class ProofDto {
  @Text({ optional: true, max: 200, description: 'The present password', example: 'four plain words' })
  password?: string;

  @Text({
    optional: true,
    max: 40,
    description: 'Of the authenticator app, or a recovery code',
    example: '287082',
  })
  code?: string;

  @JsonObject({
    optional: true,
    description: 'What the browser’s passkey answered (AuthenticationResponseJSON)',
  })
  response?: Record<string, unknown>;
}

/** What an authenticator app needs. */
export class TotpKeyDto {
  @Text({ description: 'To type where no QR code can be read', example: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' })
  secret: string;

  @Text({
    description: 'To show as a QR code',
    example: 'otpauth://totp/MIRPS:ana%40example.org?secret=GEZDGNBV',
  })
  address: string;
}

export class RecoveryCodesDto {
  @TextList({
    description: 'Each works once instead of a code; shown this once',
    example: ['k7mq-2wzp-x4td'],
  })
  codes: string[];
}

export class PasskeyDto {
  @Uuid()
  id: string;

  @Text({ example: 'Ana’s telephone' })
  name: string;

  @Instant()
  createdAt: Date | string;

  @Instant({ optional: true })
  lastUsedAt: Date | string | null;
}

export class SecondFactorsDto {
  @Bool({ description: 'An authenticator app is set up' })
  totp: boolean;

  @Whole({ min: 0 })
  recoveryCodesLeft: number;

  @Nested(() => PasskeyDto, { many: true })
  passkeys: PasskeyDto[];
}

export class NewPasskeyDto {
  @Text({ max: 100, description: 'What the person calls it', example: 'My telephone' })
  name: string;

  @JsonObject({
    description: 'RegistrationResponseJSON of WebAuthn',
    example: { id: 'AbC', type: 'public-key' },
  })
  response: Record<string, unknown>;
}

export class PasskeySignInDto {
  @JsonObject({
    description: 'AuthenticationResponseJSON of WebAuthn',
    example: { id: 'AbC', type: 'public-key' },
  })
  response: Record<string, unknown>;
}
