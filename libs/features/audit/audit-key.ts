import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { Config } from '#platform/config';

/**
 * Marks what the product itself wrote. The key is outside of the database: who can change rows there, but does not hold the
 * installation's secret, can neither forge an entry nor mend the chain after changing one.
 */
@Injectable()
export class AuditKey {
  private readonly key: Buffer;

  constructor(@Inject(Config) config: Pick<Config, 'auditSecret'>) {
    this.key = Buffer.from(hkdfSync('sha256', config.auditSecret, '', 'mirps audit trail', 32));
  }

  /** HMAC-SHA-256 over the values in their order, as base64url. */
  mark(values: readonly unknown[]): string {
    return createHmac('sha256', this.key)
      .update(canonicalize(values) ?? '')
      .digest('base64url');
  }
}
