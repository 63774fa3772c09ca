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
  'delegation_got',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Read ones are let go of after so long, unread ones after three times that. */
export const READ_KEPT_DAYS = 60;
