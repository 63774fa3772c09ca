import { DateOnly, LongText, OneOf, Text, TextList, Uuid, Whole } from '#platform/http';
import { MOST_PHOTOS, PEOPLE_SHOWN, type PeopleShown } from './story.vocabulary.js';

/** What is said of a picture of a story. */
export class StoryPhotoInput {
  @LongText({
    optional: true,
    max: 500,
    description: 'What the picture shows, for who does not see it; needed before the story is published',
    example: 'Two people hang prints to dry in a small photo studio.',
  })
  altEn?: string | null;

  @LongText({ optional: true, max: 500, example: 'Dos personas cuelgan copias en un pequeño estudio.' })
  altEs?: string | null;

  @LongText({ optional: true, max: 500, example: 'The studio in its first week.' })
  captionEn?: string | null;

  @LongText({ optional: true, max: 500, example: 'El estudio en su primera semana.' })
  captionEs?: string | null;

  @Text({
    optional: true,
    max: 200,
    description: 'Name of who made it: a name stands as it is in both languages, words belong in the caption',
    example: 'UNHCR / A. Pérez',
  })
  credit?: string | null;

  @DateOnly({ optional: true, description: 'Day on which it was taken' })
  takenOn?: string | null;

  @OneOf(PEOPLE_SHOWN, {
    optional: true,
    description: '`nobody`: no person can be recognised; `consented`: those who can have consented',
  })
  people?: PeopleShown | null;

  @Text({
    optional: true,
    max: 300,
    description: 'Who gave the consent, and where it is kept; told to who may write the story alone',
    example: 'Both persons shown, folder 12',
  })
  consentBy?: string | null;

  @DateOnly({ optional: true, description: 'Day on which they consented' })
  consentOn?: string | null;

  @Text({
    optional: true,
    max: 300,
    description: 'What they consented to; told to who may write the story alone',
    example: 'MIRPS reports and public site',
  })
  consentUse?: string | null;
}

/** A picture of a story. Its content is at `/api/stories/{id}/photos/{photoId}`. */
export class StoryPhotoView extends StoryPhotoInput {
  @Uuid()
  id: string;

  @Whole({ min: 1, description: 'In points', example: 1600 })
  width: number;

  @Whole({ min: 1, example: 1067 })
  height: number;

  @Whole({ min: 1, example: 214_133 })
  bytes: number;

  @Text({ example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  sha256: string;
}

export class StoryPhotoOrder {
  @TextList({ most: MOST_PHOTOS, max: 36, description: 'Ids of all pictures of the story as they follow' })
  ids: string[];
}
