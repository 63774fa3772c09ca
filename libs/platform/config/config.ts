import 'reflect-metadata';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';
import { plainServices, SERVICES } from './plain-services.js';
import { weaknessOf, withSecretFiles } from './secrets.js';

const on = (value: unknown): boolean =>
  value === true || (typeof value === 'string' && /^(1|on|true|yes)$/i.test(value));

/** Licences by their SPDX names. */
const DATA_LICENCES = ['CC-BY-4.0', 'CC-BY-3.0-IGO', 'CC-BY-NC-SA-3.0-IGO', 'ODC-By-1.0', 'CC0-1.0'] as const;
export type DataLicence = (typeof DATA_LICENCES)[number];

/** A configuration that cannot work; the message names each variable and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The process environment, checked once at boot. One property per variable of docs/operating.md. */
export class Config {
  @IsIn(['development', 'production', 'test'], { message: 'NODE_ENV is development, production or test' })
  readonly NODE_ENV: 'development' | 'production' | 'test' = 'development';

  @Matches(/^postgres(ql)?:\/\/.+/, {
    message: 'DATABASE_URL must look like postgres://user:password@host:5432/name',
  })
  readonly DATABASE_URL: string;

  @Type(() => Number)
  @IsInt({ message: 'DATABASE_POOL must be a whole number of connections' })
  @Min(2, { message: 'DATABASE_POOL must be at least 2' })
  @Max(200, { message: 'DATABASE_POOL must be at most 200' })
  readonly DATABASE_POOL: number = 10;

  @IsOptional()
  @Matches(/^rediss?:\/\/.+/, { message: 'REDIS_URL must look like redis://host:6379/0' })
  readonly REDIS_URL?: string;

  @Type(() => Number)
  @IsInt({ message: 'PORT must be a whole number' })
  @Min(0, { message: 'PORT must be between 0 and 65535' })
  @Max(65535, { message: 'PORT must be between 0 and 65535' })
  readonly PORT: number = 3000;

  @Type(() => Number)
  @IsInt({ message: 'REQUESTS_PER_MINUTE must be a whole number; 0 for no limit' })
  @Min(0, { message: 'REQUESTS_PER_MINUTE must be a whole number; 0 for no limit' })
  readonly REQUESTS_PER_MINUTE: number = 3000;

  @IsString()
  readonly HOST: string = '127.0.0.1';

  /** How many proxies of the operator's stand in front, one after the other. */
  @Transform(({ value }) => (/^\d+$/.test(String(value)) ? Number(value) : on(value) ? 1 : 0))
  @IsInt()
  @Max(9, { message: 'TRUST_PROXY is off, on, or how many proxies stand in front, 9 at most' })
  readonly TRUST_PROXY: number = 0;

  @IsOptional()
  @Matches(/^https?:\/\/[^/]+/, { message: 'PUBLIC_URL must look like https://mirps.example.org' })
  readonly PUBLIC_URL?: string;

  @IsOptional()
  @Matches(/^smtps?:\/\/.+/, { message: 'SMTP_URL must look like smtp://user:password@host:587' })
  readonly SMTP_URL?: string;

  @IsString()
  readonly MAIL_FROM: string = 'MIRPS tracker <tracker@mirps.example>';

  @Type(() => Number)
  @IsInt({ message: 'MAIL_KEPT_DAYS must be a whole number of days' })
  @Min(1, { message: 'MAIL_KEPT_DAYS must be at least 1' })
  @Max(3650, { message: 'MAIL_KEPT_DAYS must be at most 3650' })
  readonly MAIL_KEPT_DAYS: number = 90;

  @Type(() => Number)
  @IsInt({ message: 'LOG_KEPT_DAYS must be a whole number of days' })
  @Min(1, { message: 'LOG_KEPT_DAYS must be at least 1' })
  @Max(3650, { message: 'LOG_KEPT_DAYS must be at most 3650' })
  readonly LOG_KEPT_DAYS: number = 30;

  @IsString()
  readonly MIRPS_DATA: string = '.data';

  @IsOptional()
  @Matches(/^(file|s3|s3\+http):\/\/.+/, {
    message: 'STORAGE_URL must look like file:///var/lib/mirps or s3://key:secret@host/bucket',
  })
  readonly STORAGE_URL?: string;

  @IsOptional()
  @Matches(/^tcp:\/\/[^/:]+(:\d+)?$/, { message: 'CLAMAV_URL must look like tcp://localhost:3310' })
  readonly CLAMAV_URL?: string;

  /** Services on other machines that may be spoken to without TLS in production, for the network between is the operator's. */
  @Transform(({ value }) =>
    String(value)
      .split(/[\s,]+/)
      .filter(Boolean),
  )
  @IsIn(SERVICES, { each: true, message: `MIRPS_PLAIN_SERVICES names some of ${SERVICES.join(', ')}` })
  readonly MIRPS_PLAIN_SERVICES: string[] = [];

  @Transform(({ value }) => on(value))
  @IsBoolean()
  readonly MIRPS_DEMO: boolean = false;

  @MinLength(32, {
    message:
      'MIRPS_SECRET must have at least 32 characters (npm start makes one; else: openssl rand -hex 32)',
  })
  readonly MIRPS_SECRET: string;

  @IsOptional()
  @MinLength(32, { message: 'MIRPS_AUDIT_SECRET must have at least 32 characters, or be absent' })
  readonly MIRPS_AUDIT_SECRET?: string;

  @IsOptional()
  @IsString()
  readonly MIRPS_OIDC_FILE?: string;

  @IsOptional()
  @IsIn(['everybody', 'required', 'optional'], {
    message: 'MIRPS_SECOND_FACTOR is everybody, required or optional',
  })
  readonly MIRPS_SECOND_FACTOR?: 'everybody' | 'required' | 'optional';

  /** Under which terms others may use what the public site gives away. */
  @IsOptional()
  @IsIn(DATA_LICENCES, { message: `DATA_LICENCE is one of ${DATA_LICENCES.join(', ')}, or absent` })
  readonly DATA_LICENCE?: DataLicence;

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
    message: 'LOG_LEVEL is one of trace, debug, info, warn, error, fatal, silent',
  })
  readonly LOG_LEVEL: string = 'info';

  /** The address that people open; mails link to it. No slash at its end. */
  get publicUrl(): string {
    return (this.PUBLIC_URL ?? `http://localhost:${this.PORT}`).replace(/\/+$/, '');
  }

  /** Nobody may grant for the States what they did not; the demo shows what it looks like. */
  get dataLicence(): DataLicence | undefined {
    return this.DATA_LICENCE ?? (this.MIRPS_DEMO ? 'CC-BY-4.0' : undefined);
  }

  get databaseUrl(): string {
    return this.DATABASE_URL;
  }

  get redisUrl(): string | undefined {
    return this.REDIS_URL;
  }

  get demo(): boolean {
    return this.MIRPS_DEMO;
  }

  /** Who must have a second factor: in production who approves, presides or administers, unless said otherwise. */
  get secondFactor(): 'everybody' | 'required' | 'optional' {
    return this.MIRPS_SECOND_FACTOR ?? (this.NODE_ENV === 'production' ? 'required' : 'optional');
  }

  get secret(): string {
    return this.MIRPS_SECRET;
  }

  /** What the audit trail is marked with; it must stay when `MIRPS_SECRET` changes. */
  get auditSecret(): string {
    return this.MIRPS_AUDIT_SECRET ?? this.MIRPS_SECRET;
  }

  /** Where files go: STORAGE_URL, else a folder beside the data. */
  get storageUrl(): string {
    return this.STORAGE_URL ?? `file://${this.MIRPS_DATA}/files`;
  }
}

/**
 * Reads and checks the environment and the files of secrets that it names. Empty variables count as absent.
 * @throws ConfigError with one sentence per variable that is wrong
 */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const present = Object.fromEntries(
    Object.entries(resolveEnvironment(environment)).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  );
  const config = plainToInstance(Config, present, { exposeDefaultValues: true });
  const problems = [
    ...validateSync(config, { skipMissingProperties: false }).flatMap((problem) =>
      Object.values(problem.constraints ?? {}),
    ),
    ...(config.NODE_ENV === 'production' ? unfitForProduction(config) : []),
  ];
  if (problems.length > 0) throw new ConfigError(`The configuration cannot be used: ${problems.join('; ')}.`);
  return Object.freeze(config);
}

/** The environment with the secrets that files of it hold. @throws ConfigError */
export function resolveEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  try {
    return withSecretFiles(environment);
  } catch (error) {
    throw new ConfigError(`The configuration cannot be used: ${(error as Error).message}.`);
  }
}

/** What is good enough to try the product with, and no further. */
function unfitForProduction(config: Config): string[] {
  const weak = (['MIRPS_SECRET', 'MIRPS_AUDIT_SECRET'] as const).flatMap((name) => {
    const secret = config[name];
    const why = secret === undefined || secret.length < 32 ? undefined : weaknessOf(secret);
    return why ? [`${name} ${why}: make one with \`openssl rand -hex 32\``] : [];
  });
  const open = plainServices((name) => config[name], config.MIRPS_PLAIN_SERVICES);
  return config.MIRPS_DEMO
    ? [
        ...weak,
        ...open,
        'MIRPS_DEMO makes people whose password everybody knows: set MIRPS_DEMO=off in production',
      ]
    : [...weak, ...open];
}
