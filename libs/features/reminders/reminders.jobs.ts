import { Inject, Injectable, Module } from '@nestjs/common';
import { subscribe } from '#platform/outbox';
import { defineJob, Handles, newJob, Queues } from '#platform/queue';
import { ReminderSender } from './reminder-sender.service.js';
import { RemindersModule } from './reminders.module.js';
import { remindersClaimed, RemindersService } from './reminders.service.js';

/** Looks who is to be reminded now. A schedule wakes it every hour. */
export const planRemindersNow = defineJob<object>({ name: 'reminder.plan', queue: 'reminders' });

/** Hands a batch of claimed digests out, one job each, so that one bad address delays nobody else. */
export const handOutReminders = defineJob<{ ids: string[] }>({
  name: 'reminder.hand_out',
  queue: 'reminders',
});

export const sendReminder = defineJob<{ id: string }>({
  name: 'reminder.send',
  queue: 'mail',
  attempts: 8,
  backoffMs: 5_000,
  timeoutMs: 60_000,
});

export const reminderSubscriptions = [subscribe(remindersClaimed, handOutReminders, ({ ids }) => ({ ids }))];

@Injectable()
class ReminderJobs {
  constructor(
    @Inject(RemindersService) private readonly reminders: RemindersService,
    @Inject(ReminderSender) private readonly sender: ReminderSender,
    @Inject(Queues) private readonly queues: Queues,
  ) {}

  @Handles(planRemindersNow)
  async plan(): Promise<{ claimed: number }> {
    const { claimed } = await this.reminders.run();
    return { claimed };
  }

  @Handles(handOutReminders)
  async handOut({ ids }: { ids: string[] }): Promise<void> {
    await this.queues.addMany(ids.map((id) => newJob(sendReminder, { id }, { jobId: `reminder-${id}` })));
  }

  @Handles(sendReminder)
  async send({ id }: { id: string }): Promise<{ outcome: string }> {
    try {
      return { outcome: await this.sender.send(id) };
    } catch (error) {
      await this.sender.failed(id);
      throw error;
    }
  }
}

/** Worker only. */
@Module({ imports: [RemindersModule], providers: [ReminderJobs, ReminderSender] })
export class ReminderJobsModule {}
