import { Body, Controller, Delete, Get, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, Can, CurrentActor, Idempotent, Operation, IdParam } from '#platform/http';
import { ActingForDto, ColleagueDto, DelegationDto, NewDelegationDto } from './delegations.dto.js';
import { DELEGATION, Delegations } from './delegations.service.js';
import { signedIn } from './signed-in.js';

@ApiTags('account')
@Controller('api/me')
export class DelegationsController {
  constructor(@Inject(Delegations) private readonly delegations: Delegations) {}

  @Get('delegations')
  @Can('account.use')
  @Operation({
    summary: 'Powers handed over to or by the signed-in person, now and in the future',
    response: [DelegationDto],
  })
  list(@CurrentActor() actor: Actor): Promise<DelegationDto[]> {
    return this.delegations.list(signedIn(actor).userId);
  }

  @Get('colleagues')
  @Can('account.use')
  @Operation({ summary: 'Who could stand in for the signed-in person', response: [ColleagueDto] })
  colleagues(@CurrentActor() actor: Actor): Promise<ColleagueDto[]> {
    return this.delegations.colleagues(signedIn(actor).userId);
  }

  @Post('delegations')
  @Can('account.use')
  @Idempotent()
  @Operation({
    summary: 'Hand the own powers over to a colleague while absent',
    status: 201,
    response: DelegationDto,
  })
  give(@CurrentActor() actor: Actor, @Body() input: NewDelegationDto): Promise<DelegationDto> {
    return this.delegations.give(signedIn(actor).userId, input);
  }

  @Delete('delegations/:id')
  @Can('account.use')
  @Operation({ summary: 'End it now', status: 204, errors: ['not_found'] })
  end(@CurrentActor() actor: Actor, @IdParam(DELEGATION) id: string): Promise<void> {
    return this.delegations.end(signedIn(actor).userId, id);
  }

  @Put('acting-for')
  @Can('account.use')
  @Operation({
    summary: 'Act for somebody absent, or for oneself again; sets a cookie for this browser',
    status: 204,
    errors: ['not_found'],
  })
  actFor(
    @CurrentActor() actor: Actor,
    @Body() input: ActingForDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.delegations.actFor(signedIn(actor).userId, input.delegationId, request, reply);
  }
}
