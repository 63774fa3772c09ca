import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '#platform/database';
import { DomainError, Operation, Public } from '#platform/http';

const PATIENCE_MS = 3_000;

@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get('live')
  @Public()
  @Operation({ summary: 'Whether the process answers', example: { status: 'ok' } })
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @Operation({
    summary: 'Whether the process can serve: the database answers',
    description: 'The queue may be away: news of what people do waits for it in the outbox.',
    example: { status: 'ok' },
    errors: ['unavailable'],
  })
  async ready(): Promise<{ status: string }> {
    await answers(this.database.query('SELECT 1'));
    return { status: 'ok' };
  }
}

async function answers(check: Promise<unknown>): Promise<void> {
  const { promise: patience, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS);
  try {
    await Promise.race([check, patience]);
  } catch {
    throw new DomainError('unavailable', {
      en: 'The database does not answer.',
      es: 'La base de datos no responde.',
    });
  } finally {
    clearTimeout(timer);
  }
}
