import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AuditService } from '#features/audit';
import { Database } from '#platform/database';
import { DomainError, invalid } from '#platform/http';
import { Passkeys } from './passkeys.service.js';
import { Passwords } from './passwords.service.js';
import type { ProofDto } from './second-factor.dto.js';
import { SecondFactors } from './second-factors.service.js';
import { Sessions } from './sessions.service.js';

/** A sign-in counts as a proof, too. */
const HOLDS_MINUTES = 10;

/**
 * Who changes how they sign in proves once more who they are: whoever sits down at an open browser, or steals its cookie,
 * cannot make the account their own.
 */
@Injectable()
export class Proofs {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(SecondFactors) private readonly factors: SecondFactors,
    @Inject(Passkeys) private readonly passkeys: Passkeys,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** @throws DomainError proof_required when this session's last proof is too old */
  async assertLately(request: FastifyRequest): Promise<void> {
    const proven = await this.database.one(
      'SELECT 1 FROM auth_sessions WHERE token = $1 AND proved_at > now() - make_interval(mins => $2)',
      [this.sessions.tokenOf(request) ?? '', HOLDS_MINUTES],
    );
    if (!proven) throw new DomainError('proof_required', AGAIN);
  }

  /**
   * Takes the password, a code of the app or an answer of a passkey for this session.
   * @throws DomainError invalid without one of them or for a wrong one, too_many
   */
  async take(userId: string, proof: ProofDto, request: FastifyRequest): Promise<void> {
    if (proof.password !== undefined)
      await this.passwords.assertIs(userId, proof.password, 'password', request.ip);
    else if (proof.code !== undefined) await this.factors.show(userId, proof.code, request.ip);
    else if (proof.response !== undefined) await this.passkeys.assertOf(userId, proof.response);
    else throw invalid('password', { en: 'is required, or a code', es: 'es obligatoria, o un código' });
    await this.database.transaction(async () => {
      await this.database.execute(
        'UPDATE auth_sessions SET proved_at = now() WHERE token = $1 AND user_id = $2',
        [this.sessions.tokenOf(request) ?? '', userId],
      );
      await this.audit.record({ action: 'account.prove', entity: 'user', entityId: userId });
    });
  }
}

const AGAIN = {
  en: `You signed in more than ${HOLDS_MINUTES} minutes ago. Show once more that it is you, then this can be changed.`,
  es: `Inició sesión hace más de ${HOLDS_MINUTES} minutos. Demuestre una vez más que es usted y podrá hacer este cambio.`,
};
