import { Inject, Injectable, Module } from '@nestjs/common';
import { commitmentReopened, submissionAccepted, submissionReturned, submissionSaid } from '#features/cycles';
import { sectionReturned } from '#features/editions';
import { accountChanged, roleGiven } from '#features/identity';
import { focalPointNamed } from '#features/plans';
import { factReturned, progressReturned } from '#features/progress';
import { remindersClaimed } from '#features/reminders';
import { reportFinished } from '#features/reports';
import { teamUpdateReturned } from '#features/teams';
import { type EventMeta, subscribe, type Subscription, type Topic } from '#platform/outbox';
import { defineJob, Handles } from '#platform/queue';
import type { NotificationKind } from './notification.vocabulary.js';
import { NotificationsModule } from './notifications.module.js';
import { NotificationsService } from './notifications.service.js';

interface Told {
  kind: NotificationKind;
  /** Ids of what the news is about. */
  news: object;
  source: string;
}

/** Tells people inside the product of a piece of news. */
export const tellPeople = defineJob<Told>({
  name: 'notifications.tell',
  queue: 'notifications',
  attempts: 8,
  backoffMs: 2_000,
});

/** @param about kind and ids, or undefined when nobody is told of this one */
const told = <E extends object>(
  topic: Topic<E>,
  about: (event: E) => { kind: NotificationKind; news: object } | undefined,
): Subscription =>
  subscribe(topic, tellPeople, (event: E, { id, topic: name }: EventMeta) => {
    const found = about(event);
    return found && { ...found, source: `${name}:${id}` };
  });

export const notificationSubscriptions: Subscription[] = [
  told(progressReturned, ({ updateId }) => ({ kind: 'update_returned', news: { updateId } })),
  told(factReturned, ({ factId }) => ({ kind: 'fact_returned', news: { factId } })),
  told(teamUpdateReturned, ({ updateId }) => ({ kind: 'team_update_returned', news: { updateId } })),
  told(focalPointNamed, (news) => ({ kind: 'focal_point_named', news })),
  told(roleGiven, ({ assignmentId }) => ({ kind: 'role_given', news: { assignmentId } })),
  told(commitmentReopened, ({ commitmentId, cycleId }) => ({
    kind: 'commitment_reopened',
    news: { commitmentId, cycleId },
  })),
  told(remindersClaimed, ({ ids }) => ({ kind: 'updates_due', news: { ids } })),
  told(submissionReturned, ({ submissionId }) => ({ kind: 'submission_returned', news: { submissionId } })),
  told(submissionAccepted, ({ submissionId }) => ({ kind: 'submission_accepted', news: { submissionId } })),
  told(submissionSaid, ({ submissionId, kind }) => ({
    kind: kind === 'question' ? 'question_asked' : 'question_answered',
    news: { submissionId },
  })),
  told(reportFinished, ({ reportId, made }) => ({
    kind: made ? 'report_ready' : 'report_failed',
    news: { reportId },
  })),
  told(sectionReturned, (news) => ({ kind: 'section_returned', news })),
  told(accountChanged, ({ change, userId, delegation }) =>
    change === 'delegation_got' && delegation
      ? { kind: 'delegation_got', news: { userId, from: delegation.from, to: delegation.to } }
      : undefined,
  ),
];

@Injectable()
class NotificationJobs {
  constructor(@Inject(NotificationsService) private readonly notifications: NotificationsService) {}

  @Handles(tellPeople)
  async tell({ kind, news, source }: Told): Promise<{ told: number }> {
    return { told: await this.notifications.tell(kind, news, source) };
  }
}

/** Worker only. */
@Module({ imports: [NotificationsModule], providers: [NotificationJobs] })
export class NotificationJobsModule {}
