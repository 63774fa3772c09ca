import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of an edition tell why they could not be made; reports and files may have taken too long. */
export class TellWhyFilesFailed1732000002900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reports DROP CONSTRAINT reports_failure,
        ADD CONSTRAINT reports_failure CHECK (failure IN ('snapshot', 'storage', 'time', 'unexpected') AND (state = 'failed') = (failure IS NOT NULL));
      ALTER TABLE edition_files ADD COLUMN failure text;
      UPDATE edition_files SET failure = 'unexpected' WHERE state = 'failed';
      ALTER TABLE edition_files ADD CONSTRAINT edition_files_failure CHECK (failure IN ('snapshot', 'storage', 'time', 'unexpected')
        AND (state <> 'failed' OR failure IS NOT NULL) AND (failure IS NULL OR state IN ('running', 'failed')))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE reports SET failure = 'unexpected' WHERE failure = 'time';
      ALTER TABLE reports DROP CONSTRAINT reports_failure,
        ADD CONSTRAINT reports_failure CHECK (failure IN ('snapshot', 'storage', 'unexpected') AND (state = 'failed') = (failure IS NOT NULL));
      ALTER TABLE edition_files DROP CONSTRAINT edition_files_failure, DROP COLUMN failure`);
  }
}
