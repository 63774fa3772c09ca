import { Body, Controller, Delete, Get, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, BeforeSecondFactor, Can, CurrentActor, IdParam, Operation } from '#platform/http';
import { AuthService } from './auth.service.js';
import { Passkeys } from './passkeys.service.js';
import {
  CodeDto,
  NewPasskeyDto,
  ProofDto,
  RecoveryCodesDto,
  SecondFactorsDto,
  TotpKeyDto,
} from './second-factor.dto.js';
import { ProvenLately } from './proof.guard.js';
import { Proofs } from './proofs.service.js';
import { SecondFactors } from './second-factors.service.js';
import { signedIn } from './signed-in.js';

const OPTIONS = { challenge: 'q7dP…', rp: { id: 'tracker.example.org', name: 'MIRPS' } };

/** A person's own second factors. Who is half signed in may set the first one up, and nothing else. */
@ApiTags('account')
@Controller('api/me/second-factor')
export class SecondFactorController {
  constructor(
    @Inject(SecondFactors) private readonly factors: SecondFactors,
    @Inject(Passkeys) private readonly passkeys: Passkeys,
    @Inject(AuthService) private readonly auth: AuthService,
    @Inject(Proofs) private readonly proofs: Proofs,
  ) {}

  @Get()
  @Can('account.use')
  @BeforeSecondFactor('enrol')
  @Operation({
    summary: 'The own authenticator app, recovery codes and passkeys',
    response: SecondFactorsDto,
  })
  get(@CurrentActor() actor: Actor): Promise<SecondFactorsDto> {
    return this.factors.describe(signedIn(actor).userId);
  }

  @Post('proof')
  @Can('account.use')
  @BeforeSecondFactor('enrol')
  @Operation({
    summary: 'Show once more who one is, by password, code or passkey, before changing how one signs in',
    description:
      'Routes marked `x-proof` answer 403 `proof_required` ten minutes after the sign-in or the last proof.',
    status: 204,
    errors: ['too_many'],
  })
  prove(
    @CurrentActor() actor: Actor,
    @Body() proof: ProofDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.proofs.take(signedIn(actor).userId, proof, request);
  }

  @Post('totp')
  @Can('account.use')
  @ProvenLately()
  @BeforeSecondFactor('enrol')
  @Operation({
    summary: 'A secret for an authenticator app; it counts once a code from it was sent',
    status: 201,
    response: TotpKeyDto,
    errors: ['conflict'],
  })
  begin(@CurrentActor() actor: Actor): Promise<TotpKeyDto> {
    return this.factors.begin(signedIn(actor).userId);
  }

  @Put('totp')
  @Can('account.use')
  @BeforeSecondFactor('enrol')
  @Operation({
    summary: 'Prove that the app has the secret; the answer holds recovery codes, this once',
    response: RecoveryCodesDto,
    errors: ['too_many'],
  })
  async confirm(
    @CurrentActor() actor: Actor,
    @Body() { code }: CodeDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecoveryCodesDto> {
    const codes = await this.factors.confirm(signedIn(actor).userId, code, request.ip);
    await this.auth.strengthen(actor, request, reply);
    return codes;
  }

  @Post('totp/remove')
  @Can('account.use')
  @Operation({
    summary: 'Give the authenticator app up, with a code of it; who must have a second factor keeps one',
    status: 204,
    errors: ['conflict', 'too_many'],
  })
  remove(
    @CurrentActor() actor: Actor,
    @Body() { code }: CodeDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.factors.remove(signedIn(actor).userId, code, request.ip);
  }

  @Post('passkeys/options')
  @Can('account.use')
  @ProvenLately()
  @BeforeSecondFactor('enrol')
  @Operation({ summary: 'What the browser needs to make a passkey', example: OPTIONS })
  passkeyOptions(@CurrentActor() actor: Actor): Promise<object> {
    return this.passkeys.newOptions(signedIn(actor).userId);
  }

  @Post('passkeys')
  @Can('account.use')
  @ProvenLately()
  @BeforeSecondFactor('enrol')
  @Operation({ summary: 'Keep a passkey that the browser has made', status: 204, errors: ['conflict'] })
  async addPasskey(
    @CurrentActor() actor: Actor,
    @Body() { name, response }: NewPasskeyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.passkeys.add(signedIn(actor).userId, name, response);
    await this.auth.strengthen(actor, request, reply);
  }

  @Delete('passkeys/:id')
  @Can('account.use')
  @ProvenLately()
  @Operation({
    summary: 'Give a passkey up; who must have a second factor keeps one',
    status: 204,
    errors: ['not_found', 'conflict'],
  })
  removePasskey(
    @CurrentActor() actor: Actor,
    @IdParam({ en: 'passkey', es: 'la llave de acceso' }) id: string,
  ): Promise<void> {
    return this.passkeys.remove(signedIn(actor).userId, id);
  }
}
