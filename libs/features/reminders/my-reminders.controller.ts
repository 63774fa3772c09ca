import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Can, CurrentActor, IfMatch, Operation, Versioned } from '#platform/http';
import { OwnRemindersDto, OwnReminderSettingsDto } from './my-reminders.dto.js';
import { MyReminders } from './my-reminders.service.js';

@ApiTags('account')
@Controller('api/me/reminders')
export class MyRemindersController {
  constructor(@Inject(MyReminders) private readonly mine: MyReminders) {}

  @Get()
  @Can('account.use')
  @Versioned()
  @Operation({
    summary:
      'What the signed-in person was reminded of and will be, and the days on which they want no reminders',
    response: OwnRemindersDto,
  })
  get(@CurrentActor() actor: Actor): Promise<OwnRemindersDto> {
    return this.mine.get(actor);
  }

  @Put()
  @Can('account.use')
  @Versioned({ write: true })
  @Operation({
    summary:
      'Set the days without reminders, the language, or stop them. What falls on such a day comes on the next other one',
    response: OwnRemindersDto,
    errors: ['stale'],
  })
  save(
    @CurrentActor() actor: Actor,
    @IfMatch() seen: number,
    @Body() input: OwnReminderSettingsDto,
  ): Promise<OwnRemindersDto> {
    return this.mine.save(actor, seen, input);
  }
}
