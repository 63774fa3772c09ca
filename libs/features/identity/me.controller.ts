import { Body, Controller, Delete, Get, Header, Inject, Patch, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Actor, BeforeSecondFactor, Can, CurrentActor, IdParam, Operation } from '#platform/http';
import { MeService } from './me.service.js';
import { type PersonalData, PersonalDataService } from './personal-data.service.js';
import { ProvenLately } from './proof.guard.js';
import { signedIn } from './signed-in.js';
import { OwnSessions } from './own-sessions.service.js';
import { EmailChangeDto, MeDto, OpenSessionDto, OwnPasswordDto, OwnSettingsDto } from './me.dto.js';

const OPEN_SESSION = { en: 'open session', es: 'la sesión abierta' };

@ApiTags('account')
@Controller('api/me')
export class MeController {
  constructor(
    @Inject(MeService) private readonly me: MeService,
    @Inject(OwnSessions) private readonly sessions: OwnSessions,
    @Inject(PersonalDataService) private readonly personalData: PersonalDataService,
  ) {}

  @Get()
  @Can('account.use')
  @BeforeSecondFactor('verify', 'enrol')
  @Operation({
    summary: 'The signed-in person: roles, permissions with their scopes, language, time zone',
    response: MeDto,
  })
  get(@CurrentActor() actor: Actor): Promise<MeDto> {
    return this.me.describe(actor);
  }

  @Patch()
  @Can('account.use')
  @Operation({ summary: 'Change the own name, or the language of pages and mails', response: MeDto })
  change(@CurrentActor() actor: Actor, @Body() input: OwnSettingsDto): Promise<MeDto> {
    return this.me.change(actor, input);
  }

  @Get('export')
  @Can('account.use')
  @Header('content-disposition', 'attachment; filename="my-data.json"')
  @Operation({
    summary: 'All that is stored about the signed-in person, as a file',
    produces: ['application/json'],
    example: { account: { name: 'Ana Pérez' }, roles: [], sessions: [], changes: [] },
  })
  export(@CurrentActor() actor: Actor): Promise<PersonalData> {
    return this.personalData.of(signedIn(actor).userId);
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
  @ProvenLately()
  @Operation({
    summary:
      'Ask to move the sign-in to another address; a link goes to the old and to the new one, and both must be used',
    status: 204,
  })
  changeEmail(@CurrentActor() actor: Actor, @Body() { email }: EmailChangeDto): Promise<void> {
    return this.me.changeEmail(actor, email);
  }

  @Get('sessions')
  @Can('account.use')
  @Operation({ summary: 'Where the person is signed in, last seen first', response: [OpenSessionDto] })
  openSessions(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<OpenSessionDto[]> {
    return this.sessions.list(signedIn(actor).userId, request);
  }

  @Delete('sessions/:id')
  @Can('account.use')
  @ProvenLately()
  @Operation({ summary: 'End one session', status: 204, errors: ['not_found'] })
  endSession(@CurrentActor() actor: Actor, @IdParam(OPEN_SESSION) id: string): Promise<void> {
    return this.sessions.end(signedIn(actor).userId, id);
  }

  @Delete('sessions')
  @Can('account.use')
  @ProvenLately()
  @Operation({ summary: 'Sign out everywhere, here too', status: 204 })
  endSessions(@CurrentActor() actor: Actor): Promise<void> {
    return this.sessions.end(signedIn(actor).userId);
  }
}
