import type { DataSource } from 'typeorm';
import { migrations } from '#migrations';
import { createDataSource } from '#platform/database';
import { entities } from './entities.js';

/** The product's database by its address, with every entity and migration. */
export const openDataSource = (url: string, poolSize = 4): Promise<DataSource> =>
  createDataSource({ url, entities, migrations, poolSize, applicationName: 'mirps' }).initialize();
