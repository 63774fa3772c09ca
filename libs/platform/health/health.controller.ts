import { Controller, Get, Inject, Optional } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '#platform/database';
import { DomainError, Operation, Public } from '#platform/http';

/** A further thing that must answer before traffic is sent here, such as the queue. */
export abstract class ReadinessCheck {
  abstract readonly what: string;
  abstract check(): Promise<void>;
}

const PATIENCE_MS = 3_000;

@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Optional() @Inject(ReadinessCheck) private readonly further?: ReadinessCheck,
  ) {}

  @Get('live')
  @Public()
  @Operation({ summary: 'Whether the process answers', example: { status: 'ok' } })
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @Operation({
    summary: 'Whether the process can serve: database and queue answer',
    example: { status: 'ok' },
    errors: ['unavailable'],
  })
  async ready(): Promise<{ status: string }> {
    await answers('database', this.database.query('SELECT 1'));
    if (this.further) await answers(this.further.what, this.further.check());
    return { status: 'ok' };
  }
}

async function answers(what: string, check: Promise<unknown>): Promise<void> {
  const { promise: patience, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS);
  try {
    await Promise.race([check, patience]);
  } catch {
    throw new DomainError('unavailable', { en: `The ${what} does not answer.`, es: `No responde: ${what}.` });
  } finally {
    clearTimeout(timer);
  }
}
