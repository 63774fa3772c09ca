import { Body, Controller, Delete, Get, Inject, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Idempotent, Operation, type Page, pageSchema, IdParam } from '#platform/http';
import { Passwords } from './passwords.service.js';
import { OwnSessions } from './own-sessions.service.js';
import { Erasure } from './erasure.service.js';
import { RolesService } from './roles.service.js';
import { NewRoleDto, RoleDto } from './role.dto.js';
import { SecondFactors } from './second-factors.service.js';
import { ActiveDto, ErasureDto, NewPasswordDto, NewUserDto, UserDto, UsersQuery } from './users.dto.js';
import { USER, UsersQueries } from './users.queries.js';
import { UsersService } from './users.service.js';

@ApiTags('users')
@Controller('api/users')
export class UsersController {
  constructor(
    @Inject(UsersQueries) private readonly queries: UsersQueries,
    @Inject(UsersService) private readonly users: UsersService,
    @Inject(RolesService) private readonly roles: RolesService,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(OwnSessions) private readonly sessions: OwnSessions,
    @Inject(SecondFactors) private readonly factors: SecondFactors,
    @Inject(Erasure) private readonly erasure: Erasure,
  ) {}

  @Get()
  @Can('user.manage')
  @Operation({ summary: 'People and their roles, by name', response: pageSchema(UserDto) })
  list(@Query() query: UsersQuery): Promise<Page<UserDto>> {
    return this.queries.list(query);
  }

  @Get(':id')
  @Can('user.manage')
  @Operation({
    summary: 'One person with all roles, past and future ones too',
    response: UserDto,
    errors: ['not_found'],
  })
  get(@IdParam(USER) id: string): Promise<UserDto> {
    return this.queries.byId(id);
  }

  @Post()
  @Can('user.manage')
  @Idempotent()
  @Operation({
    summary: 'Make a person known, with a first password and roles',
    status: 201,
    response: UserDto,
    errors: ['conflict'],
  })
  create(@Body() input: NewUserDto): Promise<UserDto> {
    return this.users.create(input);
  }

  @Put(':id/active')
  @Can('user.manage')
  @Operation({
    summary: 'Let a person sign in, or no longer',
    response: UserDto,
    errors: ['not_found', 'conflict'],
  })
  setActive(@IdParam(USER) id: string, @Body() input: ActiveDto): Promise<UserDto> {
    return this.users.setActive(id, input.active);
  }

  @Post(':id/erase')
  @Can('user.manage')
  @Operation({
    summary:
      'Replace name and address of a person by a pseudonym, for good; what they did stays, with their roles',
    response: UserDto,
    errors: ['not_found', 'conflict'],
  })
  erase(@IdParam(USER) id: string, @Body() { email, reason }: ErasureDto): Promise<UserDto> {
    return this.erasure.erase(id, email, reason);
  }

  @Put(':id/password')
  @Can('user.manage')
  @Operation({
    summary: 'Set a new password; open sessions of the person end',
    status: 204,
    errors: ['not_found'],
  })
  setPassword(@IdParam(USER) id: string, @Body() input: NewPasswordDto): Promise<void> {
    return this.passwords.set(id, input.password);
  }

  @Post(':id/roles')
  @Can('user.manage')
  @Idempotent()
  @Operation({
    summary: 'Give a role, with scope and validity',
    status: 201,
    response: RoleDto,
    errors: ['not_found', 'conflict'],
  })
  grant(@IdParam(USER) id: string, @Body() input: NewRoleDto): Promise<RoleDto> {
    return this.roles.grant(id, input);
  }

  @Delete(':id/roles/:assignmentId')
  @Can('user.manage')
  @Operation({ summary: 'End a role now', status: 204, errors: ['not_found', 'conflict'] })
  end(@IdParam(USER) id: string, @IdParam(USER, 'assignmentId') assignmentId: string): Promise<void> {
    return this.roles.end(id, assignmentId);
  }

  @Delete(':id/sessions')
  @Can('user.manage')
  @Operation({ summary: 'End all sessions of a person', status: 204, errors: ['not_found'] })
  async endSessions(@IdParam(USER) id: string): Promise<void> {
    await this.queries.byId(id);
    await this.sessions.end(id);
  }

  @Delete(':id/second-factors')
  @Can('user.manage')
  @Operation({
    summary:
      'Take the second factors of somebody who lost them; their sessions end, and they set up new ones',
    status: 204,
    errors: ['not_found'],
  })
  async resetSecondFactors(@IdParam(USER) id: string): Promise<void> {
    await this.queries.byId(id);
    await this.factors.reset(id);
  }
}
