import { Controller, Get, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Actor, Can, CurrentActor, Idempotent, Operation, RawJson } from '#platform/http';
import { MatrixDto, SnapshotDto, SnapshotQuery, SnapshotVerificationDto } from './rollups.dto.js';
import { RollupsService } from './rollups.service.js';
import { StageMovesDto, StageMovesQuery } from './stage-moves.dto.js';
import { StageMoves } from './stage-moves.service.js';
import { SnapshotsService, type SnapshotVerification, type SnapshotView } from './snapshots.service.js';

const cycleParameter = ApiParam({ name: 'key', example: '2024-annual' });

@ApiTags('rollups')
@Controller('api')
export class RollupsController {
  constructor(
    @Inject(RollupsService) private readonly rollups: RollupsService,
    @Inject(SnapshotsService) private readonly snapshots: SnapshotsService,
    @Inject(StageMoves) private readonly moves: StageMoves,
  ) {}

  @Get('rollups/:key/matrix')
  @Can('rollup.read')
  @cycleParameter
  @Operation({
    summary: 'The regional matrix State x area of a cycle with its totals, from stored rollups',
    response: MatrixDto,
    errors: ['not_found'],
    example: {
      cycleKey: '2024-annual',
      cycleState: 'published',
      computedAt: '2024-11-20T15:00:00Z',
      cells: [],
    },
  })
  matrix(@Param('key') key: string, @CurrentActor() actor: Actor): Promise<RawJson> {
    return this.rollups.matrix(key, actor);
  }

  @Get('rollups/:key/moves')
  @Can('rollup.read')
  @cycleParameter
  @Operation({
    summary: 'Which commitments changed their stage since the last cycle of the same and of the other kind',
    response: StageMovesDto,
    errors: ['not_found'],
  })
  stageMoves(
    @Param('key') key: string,
    @Query() { state }: StageMovesQuery,
    @CurrentActor() actor: Actor,
  ): Promise<StageMovesDto> {
    return this.moves.of(key, actor, state);
  }

  @Post('cycles/:key/endorse')
  @Can('region.endorse')
  @Idempotent()
  @cycleParameter
  @Operation({
    summary: 'Endorse the region: freeze every number of the cycle into a snapshot',
    response: SnapshotDto,
    status: 201,
    errors: ['not_found', 'conflict'],
  })
  endorse(@Param('key') key: string, @CurrentActor() actor: Actor): Promise<SnapshotView> {
    return this.snapshots.endorse(key, actor);
  }

  @Get('snapshots')
  @Can('snapshot.read')
  @Operation({ summary: 'Snapshots, newest first', response: [SnapshotDto] })
  list(@Query() query: SnapshotQuery, @CurrentActor() actor: Actor): Promise<SnapshotView[]> {
    return this.snapshots.visible(actor, query.cycle);
  }

  @Get('snapshots/:id')
  @Can('snapshot.read')
  @Operation({
    summary: 'One snapshot: its hash and what it froze',
    response: SnapshotDto,
    errors: ['not_found'],
  })
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<SnapshotView> {
    return this.snapshots.visibleOne(actor, id);
  }

  @Get('snapshots/:id/verify')
  @Can('snapshot.read')
  @Operation({
    summary: 'Check a snapshot: its text against its hash, and against the updates that it names',
    response: SnapshotVerificationDto,
    errors: ['not_found'],
  })
  async verify(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<SnapshotVerification> {
    await this.snapshots.visibleOne(actor, id);
    return this.snapshots.verify(id);
  }
}
