import { Controller, Delete, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Can, CurrentActor, IfMatch, Operation, Versioned } from '#platform/http';
import { EditionNumber } from './edition-number.js';
import { EDITION_EXAMPLE as example } from './edition.examples.js';
import { ReportEditionDto } from './editions.dto.js';
import { EditionsService } from './editions.service.js';

/** The two approvals that an edition needs. */
@ApiTags('editions')
@Controller('api/editions/:key/:number/approvals')
export class EditionApprovalsController {
  constructor(@Inject(EditionsService) private readonly editions: EditionsService) {}

  @Post('presidency')
  @Can('edition.endorse')
  @Versioned({ write: true })
  @Operation({
    summary: 'Approve an edition for the Presidency; whoever approves for the other may not',
    response: ReportEditionDto,
    example,
    status: 200,
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  approveForPresidency(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @EditionNumber() number: number,
    @IfMatch() version: number,
  ): Promise<ReportEditionDto> {
    return this.editions.approve(actor, key, number, version, 'presidency');
  }

  @Post('secretariat')
  @Can('edition.prepare')
  @Versioned({ write: true })
  @Operation({
    summary: 'Approve an edition for the Secretariat; whoever approves for the other may not',
    response: ReportEditionDto,
    example,
    status: 200,
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  approveForSecretariat(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @EditionNumber() number: number,
    @IfMatch() version: number,
  ): Promise<ReportEditionDto> {
    return this.editions.approve(actor, key, number, version, 'secretariat');
  }

  @Delete('presidency')
  @Can('edition.endorse')
  @Versioned({ write: true })
  @Operation({
    summary: 'Take the approval of the Presidency back, as long as the edition is not published',
    response: ReportEditionDto,
    example,
    status: 200,
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  withdrawForPresidency(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @EditionNumber() number: number,
    @IfMatch() version: number,
  ): Promise<ReportEditionDto> {
    return this.editions.withdrawApproval(actor, key, number, version, 'presidency');
  }

  @Delete('secretariat')
  @Can('edition.prepare')
  @Versioned({ write: true })
  @Operation({
    summary: 'Take the approval of the Secretariat back, as long as the edition is not published',
    response: ReportEditionDto,
    example,
    status: 200,
    errors: ['not_found', 'conflict', 'stale', 'precondition_required'],
  })
  withdrawForSecretariat(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @EditionNumber() number: number,
    @IfMatch() version: number,
  ): Promise<ReportEditionDto> {
    return this.editions.withdrawApproval(actor, key, number, version, 'secretariat');
  }
}
