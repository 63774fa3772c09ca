import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Config } from '#platform/config';
import { Operation, Public, Text } from '#platform/http';

class DemoSignInDto {
  @Text({ example: 'coordinator.mx@mirps.example' })
  email: string;

  @Text({ example: 'Verónica Santillán Ríos' })
  name: string;

  @Text({ example: 'national_coordinator' })
  role: string;

  @Text({ optional: true, example: 'MX' })
  state: string | null;

  @Text({ description: 'Only in demo mode', example: 'a-demo-password' })
  password: string;
}

@ApiTags('operations')
@Controller('api/demo-sign-ins')
export class DemoController {
  constructor(@Inject(Config) private readonly config: Config) {}

  @Get()
  @Public()
  @Operation({
    summary: 'The people of the demo and how they sign in; an empty list outside of demo mode',
    response: [DemoSignInDto],
  })
  async list(): Promise<DemoSignInDto[]> {
    if (!this.config.demo) return [];
    try {
      return JSON.parse(
        await readFile(join(this.config.MIRPS_DATA, 'demo-sign-ins.json'), 'utf8'),
      ) as DemoSignInDto[];
    } catch {
      return []; // nobody has put the demo in yet
    }
  }
}
