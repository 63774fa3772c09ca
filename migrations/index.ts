import type { MigrationInterface } from 'typeorm';

/** All migrations in order. */
export const migrations: (new () => MigrationInterface)[] = [];
