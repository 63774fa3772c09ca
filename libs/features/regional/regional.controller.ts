import { Controller, Get, Inject, Param, ParseIntPipe } from '@nestjs/common';
import { ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import { OneOf, Operation, Public, Whole } from '#platform/http';
import { RegionalService, type RegionalSectionView } from './regional.service.js';
import { REGIONAL_SECTIONS, type RegionalSectionKey } from './regional.vocabulary.js';

class RegionalSectionDto implements RegionalSectionView {
  @Whole({ example: 2024 })
  year: number;

  @OneOf(REGIONAL_SECTIONS)
  key: RegionalSectionKey;

  @ApiProperty({
    description:
      'The section as it was imported, bilingual, with its sources: an object or a list of objects',
    oneOf: [
      { type: 'object', additionalProperties: true },
      { type: 'array', items: { type: 'object', additionalProperties: true } },
    ],
    example: [
      {
        key: 'MIRPS',
        en: 'Comprehensive Regional Protection and Solutions Framework',
        es: 'Marco Integral Regional',
      },
    ],
  })
  content: unknown;
}

@ApiTags('regional')
@Controller('api/regional')
export class RegionalController {
  constructor(@Inject(RegionalService) private readonly regional: RegionalService) {}

  @Get(':year')
  @Public()
  @ApiParam({ name: 'year', example: 2024 })
  @Operation({
    summary: 'The regional layer of a year: context, teams, pledges, projects, dialogue, with sources',
    response: [RegionalSectionDto],
    example: [{ year: 2024, key: 'context_figures', content: {} }],
  })
  list(@Param('year', ParseIntPipe) year: number): Promise<RegionalSectionView[]> {
    return this.regional.sectionsOf(year);
  }
}
