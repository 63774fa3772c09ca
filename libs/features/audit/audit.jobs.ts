import { Inject, Injectable, Module } from '@nestjs/common';
import { LOGGER, type Logger } from '#platform/log';
import { defineJob, Handles } from '#platform/queue';
import { AuditChain } from './audit-chain.service.js';
import { AuditChecks } from './audit-checks.service.js';

/** Seals the newest entries. */
export const sealAudit = defineJob<object>({ name: 'audit.seal', queue: 'housekeeping' });

/** Seals what is left of the day and tells the log how it ends, so that the chain has a witness outside of the database. */
export const publishAuditHead = defineJob<object>({ name: 'audit.publish_head', queue: 'housekeeping' });

/** Goes through the whole trail; what it finds stands in the log and beside the trail. */
export const verifyAudit = defineJob<object>({ name: 'audit.verify', queue: 'housekeeping' });

@Injectable()
class AuditJobs {
  constructor(
    @Inject(AuditChain) private readonly chain: AuditChain,
    @Inject(AuditChecks) private readonly checks: AuditChecks,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Handles(sealAudit)
  async seal(): Promise<{ sealed: number }> {
    return { sealed: await this.chain.seal() };
  }

  @Handles(publishAuditHead)
  async publish(): Promise<{ sealed: number }> {
    const sealed = await this.chain.seal(true);
    for (const head of await this.chain.heads(2))
      this.logger.info({ audit: head }, 'head of the audit trail');
    return { sealed };
  }

  @Handles(verifyAudit)
  async verify(): Promise<{ entries: number; problems: number }> {
    const { entries, problems } = await this.checks.verify();
    for (const problem of problems) this.logger.error({ audit: problem }, 'the audit trail was touched');
    return { entries, problems: problems.length };
  }
}

/** Worker only. */
@Module({ providers: [AuditJobs] })
export class AuditJobsModule {}
