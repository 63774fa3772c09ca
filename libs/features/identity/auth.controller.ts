import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Operation, Public } from '#platform/http';
import { SessionDto, SignInDto } from './auth.dto.js';
import { AuthService } from './auth.service.js';

@ApiTags('account')
@Controller('api/auth')
export class AuthController {
  constructor(@Inject(AuthService) private readonly auth: AuthService) {}

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
}
