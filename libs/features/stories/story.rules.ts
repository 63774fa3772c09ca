import type { Bilingual, FieldProblem } from '#platform/http';
import type { StoryPhotoInput } from './story-photo.dto.js';

/** What publishing looks at. */
export interface PublishableStory {
  textEn: string | null;
  textEs: string | null;
  consentOn: string | null;
  consentRef: string | null;
  photos: readonly StoryPhotoInput[];
}

/** Everything that keeps a story from being published: consent on file, both languages, and what its photos lack. A consent of a day to come is none. */
export function problemsBeforePublishing(story: PublishableStory, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const need = (field: Exclude<keyof PublishableStory, 'photos'>, en: string, es: string): void => {
    if (!story[field]?.trim()) problems.push({ field, detail: { en, es } });
  };
  need(
    'consentOn',
    'Without the person’s recorded consent a story cannot be published: say on which day it was given.',
    'Sin el consentimiento registrado de la persona no se puede publicar un relato: indique qué día lo dio.',
  );
  need(
    'consentRef',
    'Say where the signed consent is kept.',
    'Indique dónde se guarda el consentimiento firmado.',
  );
  need('textEn', 'The English text is missing.', 'Falta el texto en inglés.');
  need('textEs', 'The Spanish text is missing.', 'Falta el texto en español.');
  if ((story.consentOn ?? '') > today) problems.push({ field: 'consentOn', detail: NOT_YET });
  return [...problems, ...story.photos.flatMap((photo, i) => photoProblems(photo, `photos[${i}].`, today))];
}

/** A photo is published with its alternative text in both languages, its credit, and the consent of whoever can be recognised. */
function photoProblems(photo: StoryPhotoInput, at: string, today: string): FieldProblem[] {
  const needed: (keyof StoryPhotoInput)[] = ['altEn', 'altEs', 'credit', 'people'];
  if (photo.people === 'consented') needed.push('consentBy', 'consentOn', 'consentUse');
  const problems = needed
    .filter((field) => !photo[field]?.trim())
    .map((field) => ({ field: at + field, detail: PHOTO_NEEDS[field] ?? NOT_YET }));
  for (const field of ['takenOn', 'consentOn'] as const)
    if ((photo[field] ?? '') > today) problems.push({ field: at + field, detail: NOT_YET });
  return problems;
}

const PHOTO_NEEDS: Partial<Record<keyof StoryPhotoInput, Bilingual>> = {
  altEn: {
    en: 'Say in English what the photo shows, for who does not see it.',
    es: 'Diga en inglés qué muestra la fotografía, para quien no la ve.',
  },
  altEs: {
    en: 'Say in Spanish what the photo shows, for who does not see it.',
    es: 'Diga en español qué muestra la fotografía, para quien no la ve.',
  },
  credit: { en: 'A photo needs its credit.', es: 'Una fotografía necesita su crédito.' },
  people: {
    en: 'Say whether persons can be recognised in the photo and have consented, or nobody can be.',
    es: 'Indique si en la fotografía se reconoce a personas que dieron su consentimiento o si no se reconoce a nadie.',
  },
  consentBy: {
    en: 'Say who gave the consent to the photo.',
    es: 'Indique quién dio el consentimiento para la fotografía.',
  },
  consentOn: {
    en: 'Say on which day the consent to the photo was given.',
    es: 'Indique qué día se dio el consentimiento para la fotografía.',
  },
  consentUse: {
    en: 'Say for what use the consent to the photo was given.',
    es: 'Indique para qué uso se dio el consentimiento para la fotografía.',
  },
};

const NOT_YET = {
  en: 'This day has not come yet: a consent counts once it was given.',
  es: 'Ese día aún no llega: un consentimiento vale cuando ya se dio.',
};

interface FrozenStory {
  id?: string;
  stateCode?: string;
  photos?: { id: string }[];
}

/**
 * The stories of a snapshot without what was taken back since: of such a story only its State and the day are left, of such a
 * photo the day.
 * @param withdrawn days by id of the story or photo
 */
export function withoutWithdrawn(stories: unknown, withdrawn: ReadonlyMap<string, string>): unknown {
  if (!Array.isArray(stories)) return stories;
  return stories.map((story: FrozenStory) => {
    const withdrawnOn = withdrawn.get(story.id ?? '');
    if (withdrawnOn !== undefined) return { stateCode: story.stateCode, withdrawnOn };
    const { photos } = story;
    return photos ? { ...story, photos: photos.map((photo) => withoutPhoto(photo, withdrawn)) } : story;
  });
}

function withoutPhoto(photo: { id: string }, withdrawn: ReadonlyMap<string, string>): object {
  const withdrawnOn = withdrawn.get(photo.id);
  return withdrawnOn === undefined ? photo : { withdrawnOn };
}
