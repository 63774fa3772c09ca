import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Storage } from '#platform/storage';

/** The pictures of photos, for what is made of snapshots. */
@Injectable()
export class StoryPictures {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Storage) private readonly storage: Storage,
  ) {}

  /** Pictures by the ids of their photos, without those that were taken back. @throws FileMissing when one is lost */
  async of(photoIds: readonly string[]): Promise<Map<string, Buffer>> {
    const rows = await this.database.query<{ id: string; key: string }>(
      'SELECT id, storage_key AS key FROM story_photos WHERE id = ANY($1::uuid[]) AND withdrawn_at IS NULL',
      [photoIds],
    );
    const pictures = new Map<string, Buffer>();
    for (const { id, key } of rows) pictures.set(id, await buffer(await this.storage.get(key)));
    return pictures;
  }
}
