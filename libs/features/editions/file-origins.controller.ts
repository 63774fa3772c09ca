import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, Public, SameForEverybody } from '#platform/http';
import { VERIFIED_EXAMPLE as example } from './edition.examples.js';
import { VerifiedFileDto, VerifyQuery } from './file-origins.dto.js';
import { FileOrigins } from './file-origins.service.js';

/** Whether a file that somebody has is one that was published here. */
@ApiTags('public site')
@Controller('api/public/verify')
export class FileOriginsController {
  constructor(@Inject(FileOrigins) private readonly origins: FileOrigins) {}

  @Get()
  @Public()
  @SameForEverybody()
  @Operation({
    summary: 'Which published report a file is, by its SHA-256; the file itself is not sent',
    response: VerifiedFileDto,
    example,
  })
  async verify(@Query() { sha256 }: VerifyQuery): Promise<VerifiedFileDto> {
    const known = await this.origins.ofPublic(sha256);
    if (!known) return { sha256, file: null };
    const { snapshotId: _, public: __, ...told } = known;
    return {
      sha256,
      file: {
        ...told,
        publishedAt: known.publishedAt?.toISOString() ?? null,
        madeAt: known.madeAt.toISOString(),
      },
    };
  }
}
