/** What people are told of inside the product. */
export const NOTIFICATION_KINDS = [
  'update_returned',
  'fact_returned',
  'team_update_returned',
  'focal_point_named',
  'role_given',
  'commitment_reopened',
  'updates_due',
  'submission_returned',
  'submission_accepted',
  'question_asked',
  'question_answered',
  'report_ready',
  'report_failed',
  'section_returned',
  'delegation_got',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/**
 * News that often comes in bursts is told as one a day: thirty commitments that one person was given are one line. By what of
 * `about` it is kept apart; null: each stands by itself.
 */
export const BUNDLED_BY: Readonly<Record<NotificationKind, readonly ('cycle' | 'state')[] | null>> = {
  update_returned: ['cycle'],
  fact_returned: ['cycle', 'state'],
  team_update_returned: ['cycle'],
  focal_point_named: [],
  role_given: [],
  commitment_reopened: ['cycle'],
  updates_due: null,
  submission_returned: ['cycle', 'state'],
  submission_accepted: ['cycle', 'state'],
  question_asked: ['cycle', 'state'],
  question_answered: ['cycle', 'state'],
  report_ready: ['cycle'],
  report_failed: ['cycle'],
  section_returned: ['cycle'],
  delegation_got: null,
};

/** Read ones are let go of after so long, unread ones after three times that. */
export const READ_KEPT_DAYS = 60;
