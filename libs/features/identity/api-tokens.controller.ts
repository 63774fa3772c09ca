import { Body, Controller, Delete, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Can, CurrentActor, Operation, IdParam } from '#platform/http';
import { NewTokenDto, ShownTokenDto, TokenDto } from './api-tokens.dto.js';
import { ApiTokens, TOKEN } from './api-tokens.service.js';
import { ProvenLately } from './proof.guard.js';
import { signedIn } from './signed-in.js';

@ApiTags('account')
@Controller('api/me/tokens')
export class ApiTokensController {
  constructor(@Inject(ApiTokens) private readonly tokens: ApiTokens) {}

  @Get()
  @Can('account.use')
  @Operation({ summary: 'Own tokens for programs, with their last use', response: [TokenDto] })
  list(@CurrentActor() actor: Actor): Promise<TokenDto[]> {
    return this.tokens.list(signedIn(actor).userId);
  }

  // A repeated request makes another token: the first answer, with its secret, is kept nowhere.
  @Post()
  @Can('account.use')
  @ProvenLately()
  @Operation({
    summary: 'Make a token for a program; the answer is the only one that shows it',
    status: 201,
    response: ShownTokenDto,
    errors: ['conflict'],
  })
  create(@CurrentActor() actor: Actor, @Body() input: NewTokenDto): Promise<ShownTokenDto> {
    return this.tokens.create(signedIn(actor), input);
  }

  @Delete(':id')
  @Can('account.use')
  @Operation({ summary: 'Revoke a token', status: 204, errors: ['not_found'] })
  revoke(@CurrentActor() actor: Actor, @IdParam(TOKEN) id: string): Promise<void> {
    return this.tokens.revoke(signedIn(actor).userId, id);
  }
}
