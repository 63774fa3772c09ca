import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccessService } from '#features/identity';
import {
  type Actor,
  Bool,
  Can,
  CurrentActor,
  Instant,
  Nested,
  OneOf,
  Operation,
  type RawJson,
  Text,
  Uuid,
  Whole,
} from '#platform/http';
import { LateCommitmentsDto, LateQuery } from './late-commitments.dto.js';
import { LateCommitments } from './late-commitments.service.js';
import { REMINDER_KINDS } from './reminder.vocabulary.js';
import { RemindersService } from './reminders.service.js';

class PreviewQuery {
  @Instant({
    optional: true,
    description: 'Who would be reminded at this instant; absent: now',
    example: '2024-07-01T15:00:00Z',
  })
  asOf?: string;
}

class PreviewItem {
  @Text({ example: 'MX-01' })
  code: string;

  @Text({ example: 'MX' })
  stateCode: string;
}

class PreviewedReminder {
  @Uuid()
  userId: string;

  @OneOf(REMINDER_KINDS)
  kind: string;

  @Whole({ description: 'Days from the due day', example: -7 })
  offsetDays: number;

  @Instant()
  scheduledAt: Date;

  @OneOf(['en', 'es'])
  lang: string;

  @Bool({ description: 'Later than planned' })
  late: boolean;

  @Text({
    example:
      'The annual cycle 2024 is due on 31 October 2024 (due in 7 days): 2 of your commitments have no submitted update.',
  })
  whyEn: string;

  @Text()
  whyEs: string;

  @Nested(() => PreviewItem, { many: true })
  items: PreviewItem[];
}

class ReminderPreview {
  @Instant({ description: 'The instant asked for' })
  asOf: string;

  @Nested(() => PreviewedReminder, { many: true })
  digests: PreviewedReminder[];
}

@ApiTags('reminders')
@Controller('api/reminders')
export class RemindersController {
  constructor(
    @Inject(RemindersService) private readonly reminders: RemindersService,
    @Inject(LateCommitments) private readonly late: LateCommitments,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  @Get('late')
  @Can('reminder.read')
  @Operation({
    summary: 'What a cycle still waits for, how late it is, and who was reminded of it when',
    response: LateCommitmentsDto,
    errors: ['not_found'],
  })
  lateCommitments(@Query() { cycle, state }: LateQuery, @CurrentActor() actor: Actor): Promise<RawJson> {
    return this.late.of(actor, cycle, state);
  }

  @Get('preview')
  @Can('reminder.read')
  @Operation({
    summary: 'Who would be reminded of what at an instant, and why; sends nothing',
    response: ReminderPreview,
  })
  async preview(@Query() query: PreviewQuery, @CurrentActor() actor: Actor): Promise<ReminderPreview> {
    const { asOf, digests } = await this.reminders.plan(query.asOf ? new Date(query.asOf) : undefined);
    const states = this.access.reachOf(actor, 'reminder.read').working;
    const seen = digests.flatMap(({ userId, kind, offsetDays, scheduledAt, lang, late, why, items }) => {
      const mine = items
        .filter(({ stateCode }) => states === 'all' || states.includes(stateCode))
        .map(({ code, stateCode }) => ({ code, stateCode }));
      return mine.length === 0
        ? []
        : [{ userId, kind, offsetDays, scheduledAt, lang, late, whyEn: why.en, whyEs: why.es, items: mine }];
    });
    return { asOf: asOf.toISOString(), digests: seen };
  }
}
