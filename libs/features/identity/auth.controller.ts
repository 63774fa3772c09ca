import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, BeforeSecondFactor, Can, CurrentActor, Operation, Public } from '#platform/http';
import { AccountLinks } from './account-links.service.js';
import {
  LinkDto,
  LinkRequestDto,
  LinkTokenDto,
  LinkUsedDto,
  LinkUseDto,
  ProviderDto,
  ProviderPageDto,
  ProviderSignInDto,
  SessionDto,
  SignInDto,
} from './auth.dto.js';
import { CodeDto, PasskeySignInDto } from './second-factor.dto.js';
import { Passkeys } from './passkeys.service.js';
import { ProviderSignIn } from './provider-sign-in.service.js';
import { AuthService } from './auth.service.js';

@ApiTags('account')
@Controller('api/auth')
export class AuthController {
  constructor(
    @Inject(AuthService) private readonly auth: AuthService,
    @Inject(Passkeys) private readonly passkeys: Passkeys,
    @Inject(ProviderSignIn) private readonly providers: ProviderSignIn,
    @Inject(AccountLinks) private readonly links: AccountLinks,
  ) {}

  @Post('sign-in/email')
  @Public()
  @Operation({
    summary: 'Sign in with e-mail address and password; sets the session cookie',
    response: SessionDto,
    errors: ['too_many'],
  })
  signIn(
    @Body() input: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.auth.signIn(input, request, reply);
  }

  @Post('second-factor')
  @Can('account.use')
  @BeforeSecondFactor('verify')
  @Operation({
    summary: 'The second step of a sign-in: a code of the authenticator app, or a recovery code',
    response: SessionDto,
    errors: ['too_many'],
  })
  showSecondFactor(
    @CurrentActor() actor: Actor,
    @Body() { code }: CodeDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.auth.showSecondFactor(actor, code, request, reply);
  }

  @Post('passkey/options')
  @Public()
  @Operation({
    summary: 'What the browser needs to sign in with a passkey',
    example: { challenge: 'q7dP…', rpId: 'tracker.example.org', userVerification: 'required' },
  })
  passkeyOptions(): Promise<object> {
    return this.passkeys.signInOptions();
  }

  @Post('passkey')
  @Public()
  @Operation({
    summary: 'Sign in with a passkey; no second factor is asked for',
    response: SessionDto,
    errors: ['too_many'],
  })
  signInWithPasskey(
    @Body() { response }: PasskeySignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.auth.signInWithPasskey(response, request, reply);
  }

  @Post('sign-out')
  @Public()
  @Operation({ summary: 'End the session', status: 204 })
  signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.auth.signOut(request, reply);
  }

  @Get('get-session')
  @Public()
  @Operation({
    summary: 'Who is signed in; renews a session that is more than a day old',
    response: SessionDto,
  })
  session(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.auth.session(request, reply);
  }

  @Post('links')
  @Public()
  @Operation({
    summary:
      'Have a link sent by mail, to sign in or to set a new password; the answer is the same for every address',
    status: 202,
    errors: ['too_many'],
  })
  requestLink(@Body() input: LinkRequestDto, @Req() request: FastifyRequest): Promise<void> {
    return this.links.request(input, request.ip);
  }

  @Post('links/look')
  @Public()
  @Operation({ summary: 'What a link from a mail will do', response: LinkDto, errors: ['gone'] })
  lookAtLink(@Body() { token }: LinkTokenDto): Promise<LinkDto> {
    return this.links.look(token);
  }

  @Post('links/use')
  @Public()
  @Operation({
    summary: 'Do what a link from a mail is for; signs in where it says so',
    response: LinkUsedDto,
    errors: ['gone', 'conflict'],
  })
  useLink(
    @Body() input: LinkUseDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LinkUsedDto> {
    return this.links.use(input, request, reply);
  }

  @Get('providers')
  @Public()
  @Operation({
    summary: 'Governments’ own identity providers that one can sign in with',
    response: [ProviderDto],
  })
  listProviders(): ProviderDto[] {
    return this.providers.list();
  }

  @Post('sign-in/provider')
  @Public()
  @Operation({
    summary: 'Begin a sign-in with a government’s own identity provider',
    response: ProviderPageDto,
    errors: ['not_found', 'too_many'],
  })
  async beginWithProvider(
    @Body() { provider }: ProviderSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderPageDto> {
    return { url: await this.providers.begin(provider, request, reply) };
  }

  @Get('callback/:provider')
  @Public()
  @Operation({
    summary: 'Where the provider sends the browser back to; leads on into the application',
    status: 302,
    errors: ['not_found'],
  })
  async comeBack(
    @Param('provider') provider: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const to = await this.providers.finish(provider, request, reply);
    void reply.status(302).header('location', to);
  }
}
