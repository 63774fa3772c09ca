import { Module } from '@nestjs/common';
import { AuditModule } from '#features/audit';
import { IdentityModule } from '#features/identity';
import { LateCommitments } from './late-commitments.service.js';
import { MyRemindersController } from './my-reminders.controller.js';
import { MyReminders } from './my-reminders.service.js';
import { ReminderStopController } from './reminder-stop.controller.js';
import { ReminderStops } from './reminder-stops.service.js';
import { RemindersController } from './reminders.controller.js';
import { RemindersService } from './reminders.service.js';

@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [RemindersController, MyRemindersController, ReminderStopController],
  providers: [RemindersService, MyReminders, ReminderStops, LateCommitments],
  exports: [RemindersService, ReminderStops],
})
export class RemindersModule {}
