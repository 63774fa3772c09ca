import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE team_activity_pledges (
    activity_id uuid NOT NULL, pledge_id uuid NOT NULL,
    CONSTRAINT team_activity_pledges_pkey PRIMARY KEY (activity_id, pledge_id),
    CONSTRAINT team_activity_pledges_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES team_activities(id) ON DELETE CASCADE,
    CONSTRAINT team_activity_pledges_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES pledges(id))`,
  `CREATE INDEX team_activity_pledges_pledge_id ON team_activity_pledges (pledge_id)`,
];

/** Activities of teams name the pledges that they serve, beside commitments. */
export class LinkActivitiesToPledges1732000001310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE team_activity_pledges');
  }
}
