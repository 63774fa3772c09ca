import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Can, CurrentActor, IdParam, Operation } from '#platform/http';
import { MemberEndInput, MemberRenewalInput, NationalTeamDto } from './members.dto.js';
import { MEMBER, MembersService } from './members.service.js';
import { NATIONAL_TEAM } from './plan.examples.js';

@ApiTags('members')
@Controller('api/states/:code/members')
export class MembersController {
  constructor(@Inject(MembersService) private readonly members: MembersService) {}

  @Get()
  @Can('member.manage')
  @Operation({
    summary: "A State's National Technical Team, and the commitments without a focal point",
    response: NationalTeamDto,
    example: NATIONAL_TEAM,
    errors: ['not_found'],
  })
  list(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<NationalTeamDto> {
    return this.members.list(actor, code);
  }

  @Post(':assignmentId/end')
  @Can('member.manage')
  @Operation({
    summary: "End a focal point's role now, and with the last one their commitments in the State",
    status: 204,
    errors: ['not_found', 'conflict'],
  })
  end(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @IdParam(MEMBER, 'assignmentId') assignmentId: string,
    @Body() input: MemberEndInput,
  ): Promise<void> {
    return this.members.end(actor, code, assignmentId, input);
  }

  @Post(':assignmentId/renew')
  @Can('member.manage')
  @Operation({
    summary: 'Give a focal point whose role has ended the same role anew',
    status: 204,
    errors: ['not_found', 'conflict'],
  })
  renew(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @IdParam(MEMBER, 'assignmentId') assignmentId: string,
    @Body() input: MemberRenewalInput,
  ): Promise<void> {
    return this.members.renew(actor, code, assignmentId, input);
  }
}
