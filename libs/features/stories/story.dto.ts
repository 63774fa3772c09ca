import {
  Bool,
  DateOnly,
  Instant,
  LongText,
  Nested,
  OneOf,
  PageQuery,
  Text,
  Uuid,
  Whole,
} from '#platform/http';
import { StoryPhotoView } from './story-photo.dto.js';
import { STORY_STATUSES, type StoryStatus } from './story.vocabulary.js';

/** A story as it is written. */
export class StoryBody {
  @Whole({ min: 2017, max: 2100, description: 'The year whose report tells it', example: 2024 })
  year: number;

  @Text({ max: 200, example: 'A studio of her own' })
  titleEn: string;

  @Text({ max: 200, example: 'Un estudio propio' })
  titleEs: string;

  @LongText({ optional: true })
  textEn?: string | null;

  @LongText({ optional: true })
  textEs?: string | null;

  @Text({
    optional: true,
    description: 'As the story names the person; never the real name where it was changed',
    example: 'Marta',
  })
  personName?: string | null;

  @Bool({ description: 'Whether the name is not the person’s own' })
  nameChanged: boolean;

  @DateOnly({ optional: true, description: 'Day on which the person consented' })
  consentOn?: string | null;

  @Text({ optional: true, max: 300, description: 'Where the signed consent is kept', example: 'Folder 12' })
  consentRef?: string | null;

  @Text({ optional: true, max: 10, description: 'Code of the commitment that it is about', example: 'MX-33' })
  commitment?: string | null;

  @Text({ optional: true, max: 500, example: 'MIRPS Annual Report 2024' })
  source?: string | null;
}

export class CreateStory extends StoryBody {
  @Text({ max: 2, pattern: [/^[A-Z]{2}$/, 'MX'], example: 'MX' })
  stateCode: string;
}

/** A story as it is read; where the consent is kept only who may write it learns. */
export class StoryView extends CreateStory {
  @Uuid()
  id: string;

  @Uuid({ optional: true })
  commitmentId: string | null;

  @Nested(() => StoryPhotoView, { many: true })
  photos: StoryPhotoView[];

  @OneOf(STORY_STATUSES)
  status: StoryStatus;

  @Instant({ optional: true })
  publishedAt: string | null;

  @Instant({ optional: true, description: 'When it was last taken back after it had been published' })
  withdrawnAt: string | null;

  @Whole({ example: 1 })
  version: number;

  @Bool({ description: 'Whether the reader may change, publish or take it back' })
  mayWrite: boolean;
}

export class StoriesQuery extends PageQuery {
  @Text({ optional: true, max: 2, pattern: [/^[A-Z]{2}$/, 'MX'], example: 'MX' })
  state?: string;

  @Whole({ optional: true, min: 2017, max: 2100, example: 2024 })
  year?: number;

  @Uuid({ optional: true, description: 'Only those about this commitment' })
  commitment?: string;
}
