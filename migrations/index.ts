import type { MigrationInterface } from 'typeorm';
import { CreateAudit1732000000200 } from './1732000000200-create-audit.js';
import { CreateIdentity1732000000250 } from './1732000000250-create-identity.js';
import { CreateStates1732000000300 } from './1732000000300-create-states.js';
import { CreatePlans1732000000400 } from './1732000000400-create-plans.js';

/** All migrations in order. */
export const migrations: (new () => MigrationInterface)[] = [CreateAudit1732000000200, CreateIdentity1732000000250, CreateStates1732000000300, CreatePlans1732000000400];
