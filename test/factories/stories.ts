import { AccessService } from '#features/identity';
import { StoriesService, StoryPhotosService, StorySection } from '#features/stories';
import { Outbox } from '#platform/outbox';
import { openStorage, ReceivedFiles, VirusScanner } from '#platform/storage';
import { StoryDesk } from '../../libs/features/stories/story.desk.js';
import { auditService } from '../harness/index.js';
import type { Region } from './progress.js';

/** The services of stories in a region. @param folder where their photos are kept */
export function storyRooms({ db: { database }, rooms: { clock } }: Region, folder = '/nowhere') {
  const access = new AccessService();
  const outbox = new Outbox(database);
  const storage = openStorage(`file://${folder}`);
  const received = new ReceivedFiles(storage, new VirusScanner(), database);
  const desk = new StoryDesk(database, access, auditService(database, clock));
  return {
    stories: new StoriesService(database, clock, access, desk, outbox),
    photos: new StoryPhotosService(database, clock, storage, received, desk, outbox),
    section: new StorySection(database),
  };
}
