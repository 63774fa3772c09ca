import { Body, Controller, Delete, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Actor, Can, CurrentActor, Idempotent, Operation, IdParam } from '#platform/http';
import { Invitations } from './invitations.service.js';
import { InvitationDto, NewInvitationDto } from './invitations.dto.js';
import { UserDto } from './users.dto.js';
import { USER } from './users.queries.js';

@ApiTags('users')
@Controller('api/invitations')
export class InvitationsController {
  constructor(@Inject(Invitations) private readonly invitations: Invitations) {}

  @Get()
  @Can('user.invite')
  @Operation({
    summary: 'People who were invited and have not come yet; a coordinator sees those for their own State',
    response: [InvitationDto],
  })
  list(@CurrentActor() actor: Actor): Promise<InvitationDto[]> {
    return this.invitations.list(actor);
  }

  @Post()
  @Can('user.invite')
  @Idempotent()
  @Operation({
    summary: 'Invite a person by mail: the link in it lets them choose a password, within 72 hours',
    status: 201,
    response: UserDto,
    errors: ['conflict', 'too_many'],
  })
  invite(
    @CurrentActor() actor: Actor,
    @Body() input: NewInvitationDto,
    @Req() request: FastifyRequest,
  ): Promise<UserDto> {
    return this.invitations.invite(actor, input, request.ip);
  }

  @Post(':userId/resend')
  @Can('user.invite')
  @Operation({
    summary: 'Send the invitation anew; the earlier link no longer works',
    status: 204,
    errors: ['not_found'],
  })
  resend(@CurrentActor() actor: Actor, @IdParam(USER, 'userId') userId: string): Promise<void> {
    return this.invitations.resend(actor, userId);
  }

  @Delete(':userId')
  @Can('user.invite')
  @Operation({ summary: 'Take an invitation back', status: 204, errors: ['not_found', 'conflict'] })
  revoke(@CurrentActor() actor: Actor, @IdParam(USER, 'userId') userId: string): Promise<void> {
    return this.invitations.revoke(actor, userId);
  }
}
