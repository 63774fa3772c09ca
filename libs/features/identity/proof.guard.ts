import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  UseGuards,
} from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Proofs } from './proofs.service.js';

/** After the access guard: lets pass who has lately shown who they are. */
@Injectable()
class ProofGuard implements CanActivate {
  constructor(@Inject(Proofs) private readonly proofs: Proofs) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    await this.proofs.assertLately(context.switchToHttp().getRequest<FastifyRequest>());
    return true;
  }
}

/** A route that changes how a person signs in: refused with 403 `proof_required` unless they signed in or proved it lately. */
export const ProvenLately = () => applyDecorators(UseGuards(ProofGuard), ApiExtension('x-proof', true));
