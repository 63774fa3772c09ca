import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The Secretariat gives a section of a report back with a note, and its owners are told. */
export class ReturnSections1732000002800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE report_sections ADD COLUMN note text,
        DROP CONSTRAINT report_sections_state,
        ADD CONSTRAINT report_sections_state CHECK (state IN ('missing', 'draft', 'returned', 'in_review', 'final')),
        ADD CONSTRAINT report_sections_returned CHECK (state <> 'returned' OR note IS NOT NULL);
      ALTER TABLE report_section_versions DROP CONSTRAINT report_section_versions_state,
        ADD CONSTRAINT report_section_versions_state CHECK (state IN ('missing', 'draft', 'returned', 'in_review', 'final'));
      ALTER TABLE notifications DROP CONSTRAINT notifications_kind,
        ADD CONSTRAINT notifications_kind CHECK (kind IN ('update_returned', 'fact_returned', 'team_update_returned', 'focal_point_named',
          'role_given', 'commitment_reopened', 'updates_due', 'submission_returned', 'submission_accepted', 'question_asked',
          'question_answered', 'report_ready', 'report_failed', 'section_returned', 'delegation_got'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM notifications WHERE kind = 'section_returned';
      UPDATE report_section_versions SET state = 'draft' WHERE state = 'returned';
      UPDATE report_sections SET state = 'draft' WHERE state = 'returned';
      ALTER TABLE notifications DROP CONSTRAINT notifications_kind,
        ADD CONSTRAINT notifications_kind CHECK (kind IN ('update_returned', 'fact_returned', 'team_update_returned', 'focal_point_named',
          'role_given', 'commitment_reopened', 'updates_due', 'submission_returned', 'submission_accepted', 'question_asked',
          'question_answered', 'report_ready', 'report_failed', 'delegation_got'));
      ALTER TABLE report_section_versions DROP CONSTRAINT report_section_versions_state,
        ADD CONSTRAINT report_section_versions_state CHECK (state IN ('missing', 'draft', 'in_review', 'final'));
      ALTER TABLE report_sections DROP CONSTRAINT report_sections_returned, DROP CONSTRAINT report_sections_state, DROP COLUMN note,
        ADD CONSTRAINT report_sections_state CHECK (state IN ('missing', 'draft', 'in_review', 'final'))`);
  }
}
