import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import {
  type Actor,
  type Bilingual,
  conflict,
  goneAlready,
  invalid,
  notFound,
  type Upload,
} from '#platform/http';
import { Outbox } from '#platform/outbox';
import { FileMissing, ReceivedFiles, Storage } from '#platform/storage';
import { StoryDesk, type StoryRow } from './story.desk.js';
import type { StoryPhotoInput, StoryPhotoView } from './story-photo.dto.js';
import type { StoryView } from './story.dto.js';
import { storyWithdrawn } from './story.topics.js';
import { MOST_PHOTOS } from './story.vocabulary.js';

const FIELDS = [
  'altEn',
  'altEs',
  'captionEn',
  'captionEs',
  'credit',
  'takenOn',
  'people',
  'consentBy',
  'consentOn',
  'consentUse',
] as const satisfies readonly (keyof StoryPhotoInput)[];

/** The photos of stories: added, described, put in order and removed while the story is a draft; taken back at any time. */
@Injectable()
export class StoryPhotosService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(ReceivedFiles) private readonly received: ReceivedFiles,
    @Inject(StoryDesk) private readonly desk: StoryDesk,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** @throws DomainError not_found, forbidden, conflict, stale, invalid, malformed, payload_too_large, unavailable */
  async add(actor: Actor, storyId: string, version: number, upload: Upload): Promise<StoryView> {
    assertRoom(await this.desk.takeDraft(actor, storyId, version));
    const picture = await this.received.keepPicture('stories', upload);
    try {
      return await this.database.transaction(async () => {
        const before = await this.desk.takeDraft(actor, storyId, version);
        assertRoom(before);
        const { key, bytes, sha256, width, height } = picture;
        await this.database.execute(
          `INSERT INTO story_photos (id, story_id, position, storage_key, bytes, sha256, width, height)
           SELECT $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7 FROM story_photos WHERE story_id = $2`,
          [newId(), storyId, key, bytes, sha256, width, height],
        );
        return this.changed(actor, 'story.add_photo', before);
      });
    } catch (error) {
      await this.received.remove(picture.key);
      throw error;
    }
  }

  /** Replaces what is said of a photo. @throws DomainError not_found, forbidden, conflict, stale */
  save(
    actor: Actor,
    storyId: string,
    version: number,
    photoId: string,
    input: StoryPhotoInput,
  ): Promise<StoryView> {
    return this.database.transaction(async () => {
      const before = await this.desk.takeDraft(actor, storyId, version);
      photoOf(before, photoId);
      await this.database.execute(
        `UPDATE story_photos SET alt_en = $2, alt_es = $3, caption_en = $4, caption_es = $5, credit = $6, taken_on = $7, people = $8,
                consent_by = $9, consent_on = $10, consent_use = $11 WHERE id = $1`,
        [photoId, ...FIELDS.map((field) => (input[field] === '' ? null : (input[field] ?? null)))],
      );
      return this.changed(actor, 'story.save_photo', before);
    });
  }

  /** Puts the photos of a story in order. @throws DomainError not_found, forbidden, conflict, stale, invalid unless each is named once */
  order(actor: Actor, storyId: string, version: number, ids: readonly string[]): Promise<StoryView> {
    return this.database.transaction(async () => {
      const before = await this.desk.takeDraft(actor, storyId, version);
      const known = new Set(before.photos.map(({ id }) => id));
      if (ids.length !== known.size || new Set(ids).size !== ids.length || ids.some((id) => !known.has(id)))
        throw invalid('ids', EACH_ONCE);
      await this.database.execute(
        'UPDATE story_photos p SET position = o.place FROM unnest($1::uuid[]) WITH ORDINALITY o(id, place) WHERE p.id = o.id',
        [ids],
      );
      return this.changed(actor, 'story.order_photos', before);
    });
  }

  /** Removes a photo from a draft. @throws DomainError not_found, forbidden, conflict, stale */
  remove(actor: Actor, storyId: string, version: number, photoId: string): Promise<StoryView> {
    return this.letGo(photoId, async () => {
      const before = await this.desk.takeDraft(actor, storyId, version);
      photoOf(before, photoId);
      await this.database.execute('DELETE FROM story_photos WHERE id = $1', [photoId]);
      return this.changed(actor, 'story.remove_photo', before);
    });
  }

  /**
   * Takes a photo back, also from a published story and from what was made of it: who consented may withdraw at any time.
   * The picture and what was said of it are gone for good. @throws DomainError not_found, forbidden, stale
   */
  withdraw(actor: Actor, storyId: string, version: number, photoId: string): Promise<StoryView> {
    return this.letGo(photoId, async () => {
      const before = await this.desk.take(actor, storyId, version);
      photoOf(before, photoId);
      await this.database.execute(
        `UPDATE story_photos SET withdrawn_at = $2, storage_key = NULL, alt_en = NULL, alt_es = NULL, caption_en = NULL, caption_es = NULL,
                credit = NULL, taken_on = NULL, consent_by = NULL, consent_use = NULL WHERE id = $1`,
        [photoId, this.clock.now()],
      );
      await this.outbox.publish(storyWithdrawn, { storyId });
      return this.changed(actor, 'story.withdraw_photo', before);
    });
  }

  /** A photo of a story that the actor reads. The caller reads or destroys it. @throws DomainError not_found, gone */
  async open(
    actor: Actor,
    storyId: string,
    photoId: string,
  ): Promise<{ photo: StoryPhotoView; content: Readable }> {
    const photo = photoOf(await this.desk.one(actor, storyId), photoId);
    const key = await this.keyOf(photoId);
    if (!key) throw notFound(PHOTO);
    try {
      return { photo, content: await this.storage.get(key) };
    } catch (error) {
      if (error instanceof FileMissing) throw goneAlready(LOST);
      throw error;
    }
  }

  /** Does a change after which nothing names the file of a photo, and removes it once that is certain. */
  private async letGo(photoId: string, change: () => Promise<StoryView>): Promise<StoryView> {
    const key = await this.keyOf(photoId);
    const story = await this.database.transaction(change);
    if (key) await this.received.remove(key);
    return story;
  }

  private async changed(actor: Actor, action: string, before: StoryRow): Promise<StoryView> {
    await this.database.execute('UPDATE stories SET version = version + 1, updated_at = $2 WHERE id = $1', [
      before.id,
      this.clock.now(),
    ]);
    return this.desk.told(actor, action, before.id, before);
  }

  private async keyOf(photoId: string): Promise<string | null> {
    const row = await this.database.one<{ key: string | null }>(
      'SELECT storage_key AS key FROM story_photos WHERE id = $1',
      [photoId],
    );
    return row?.key ?? null;
  }
}

function photoOf({ photos }: StoryRow, id: string): StoryPhotoView {
  const photo = photos.find((each) => each.id === id);
  if (!photo) throw notFound(PHOTO);
  return photo;
}

function assertRoom({ photos }: StoryRow): void {
  if (photos.length >= MOST_PHOTOS) throw conflict(FULL);
}

const PHOTO: Bilingual = { en: 'photo', es: 'la fotografía' };
const FULL: Bilingual = {
  en: `A story has ${MOST_PHOTOS} photos at most. Remove one first.`,
  es: `Un relato tiene ${MOST_PHOTOS} fotografías como máximo. Quite una antes.`,
};
const EACH_ONCE: Bilingual = {
  en: 'name each photo of the story once, in the order that you want',
  es: 'indique cada fotografía del relato una vez, en el orden deseado',
};
const LOST: Bilingual = {
  en: 'This photo is no longer kept. Ask who writes the story to add it again.',
  es: 'Esta fotografía ya no se conserva. Pida a quien redacta el relato que la añada de nuevo.',
};
