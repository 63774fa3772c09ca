import { Body, Controller, Get, Inject, Patch, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Actor, Can, CurrentActor, Operation } from '#platform/http';
import { MeService } from './me.service.js';
import { EmailChangeDto, MeDto, OwnPasswordDto, OwnSettingsDto } from './users.dto.js';

@ApiTags('account')
@Controller('api/me')
export class MeController {
  constructor(@Inject(MeService) private readonly me: MeService) {}

  @Get()
  @Can('account.use')
  @Operation({
    summary: 'The signed-in person: roles, permissions with their scopes, language, time zone',
    response: MeDto,
  })
  get(@CurrentActor() actor: Actor): Promise<MeDto> {
    return this.me.describe(actor);
  }

  @Patch()
  @Can('account.use')
  @Operation({ summary: 'Choose the language of pages and mails', response: MeDto })
  change(@CurrentActor() actor: Actor, @Body() input: OwnSettingsDto): Promise<MeDto> {
    return this.me.setLang(actor, input.lang);
  }

  @Put('password')
  @Can('account.use')
  @Operation({
    summary: 'Change the own password; all sessions end, this one too',
    status: 204,
    errors: ['too_many'],
  })
  changePassword(
    @CurrentActor() actor: Actor,
    @Body() input: OwnPasswordDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.me.changePassword(actor, input, request.ip);
  }

  @Post('email')
  @Can('account.use')
  @Operation({
    summary:
      'Ask to move the sign-in to another address; a link goes to the old and to the new one, and both must be used',
    status: 204,
  })
  changeEmail(@CurrentActor() actor: Actor, @Body() { email }: EmailChangeDto): Promise<void> {
    return this.me.changeEmail(actor, email);
  }
}
