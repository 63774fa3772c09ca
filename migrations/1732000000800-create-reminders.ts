import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReminders1732000000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_ledger (
        id uuid NOT NULL, user_id uuid NOT NULL, cycle_id uuid NOT NULL, kind text NOT NULL, offset_days int NOT NULL,
        scheduled_at timestamptz NOT NULL, claimed_at timestamptz NOT NULL, outcome text NOT NULL DEFAULT 'claimed',
        sent_at timestamptz, failed_at timestamptz, commitment_ids uuid[] NOT NULL DEFAULT '{}', why_en text NOT NULL, why_es text NOT NULL,
        CONSTRAINT reminder_ledger_pkey PRIMARY KEY (id),
        CONSTRAINT reminder_ledger_kind CHECK (kind IN ('update', 'escalation_coordinator', 'escalation_presidency', 'review_queue')),
        CONSTRAINT reminder_ledger_outcome CHECK (outcome IN ('claimed', 'sent', 'overtaken', 'nothing_left') AND (outcome = 'sent') = (sent_at IS NOT NULL)),
        CONSTRAINT reminder_ledger_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users (id) ON DELETE CASCADE,
        CONSTRAINT reminder_ledger_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles (id) ON DELETE CASCADE
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX reminder_ledger_slot ON reminder_ledger (user_id, cycle_id, kind, offset_days)',
    );
    await runner.query(
      `CREATE INDEX reminder_ledger_unsent ON reminder_ledger (claimed_at) WHERE outcome = 'claimed'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reminder_ledger');
  }
}
