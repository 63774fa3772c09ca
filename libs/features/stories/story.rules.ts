import type { FieldProblem } from '#platform/http';

/** What publishing looks at. */
export interface PublishableStory {
  textEn: string | null;
  textEs: string | null;
  consentOn: string | null;
  consentRef: string | null;
  photoUrl: string | null;
  photoCredit: string | null;
  photoConsentOn: string | null;
}

/** Everything that keeps a story from being published: consent on file, both languages, credit and consent of its photo. A consent of a day to come is none. */
export function problemsBeforePublishing(story: PublishableStory, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const need = (field: keyof PublishableStory, en: string, es: string): void => {
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
  if (story.photoUrl?.trim()) {
    need('photoCredit', 'A photo needs its credit.', 'Una fotografía necesita su crédito.');
    need(
      'photoConsentOn',
      'A photo needs its own consent.',
      'Una fotografía necesita su propio consentimiento.',
    );
  }
  for (const field of ['consentOn', 'photoConsentOn'] as const)
    if ((story[field] ?? '') > today) problems.push({ field, detail: NOT_YET });
  return problems;
}

const NOT_YET = {
  en: 'This day has not come yet: a consent counts once it was given.',
  es: 'Ese día aún no llega: un consentimiento vale cuando ya se dio.',
};

/**
 * The stories of a snapshot without what was taken back since: of such a story only its State and the day are left.
 * @param withdrawn days by id of the story
 */
export function withoutWithdrawn(stories: unknown, withdrawn: ReadonlyMap<string, string>): unknown {
  if (!Array.isArray(stories)) return stories;
  return stories.map((story: { id?: string; stateCode?: string }) => {
    const withdrawnOn = withdrawn.get(story.id ?? '');
    return withdrawnOn === undefined ? story : { stateCode: story.stateCode, withdrawnOn };
  });
}
