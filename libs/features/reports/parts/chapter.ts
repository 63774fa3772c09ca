import { FACT_SECTION_LABELS } from '#features/progress';
import type { SnapshotFact } from '#features/rollups';
import { type Loose, plainText } from '../regional.reader.js';
import type { Block, Inline, ReportSection } from '../report.document.js';
import type { SnapshotState } from '../report.index.js';
import { type Body, type Material, paragraph, type Part, section } from '../report.material.js';
import { areaSections } from './chapter-areas.js';
import { keyFigures } from './chapter-boxes.js';
import { mechanismAndPlan } from './chapter-plan.js';
import { commitmentPlaceLink, factItem } from './figures.js';
import { partnerFigures } from './partner-figures.js';
import { stateStanding } from './state-sheet.js';

const WORDS = {
  national: { en: 'Mechanism and plan', es: 'Mecanismo y plan' },
  coverage: { en: 'Where the commitments stand', es: 'Situación de los compromisos' },
  other: { en: 'Other facts', es: 'Otros hechos' },
  story: { en: 'Story', es: 'Relato' },
  storyOf: { en: 'Told with commitment ', es: 'Vinculado al compromiso ' },
  nameChanged: { en: 'The name was changed.', es: 'El nombre fue cambiado.' },
  credit: { en: 'Credit: ', es: 'Crédito: ' },
  photoWithdrawn: {
    en: (day: string) => `A photo stood here; it was withdrawn on ${day}.`,
    es: (day: string) => `Aquí había una fotografía; se retiró el ${day}.`,
  },
  withdrawn: {
    en: (day: string) => `A story stood here; it was withdrawn on ${day}.`,
    es: (day: string) => `Aquí había un relato; se retiró el ${day}.`,
  },
  noPhoto: {
    en: 'The report shows no photo: none has been handed in with its credit and consent.',
    es: 'El informe no muestra fotografía: no se ha entregado ninguna con su crédito y consentimiento.',
  },
};

/** A State's chapter in the Annual Report. */
export const nationalChapter = (state: SnapshotState): Part => ({
  id: `chapter-${state.id}`,
  title: { en: state.nameEn, es: state.nameEs },
  compose: (material) => {
    const { index } = material;
    const commitments = index.commitmentsOf(state.id);
    const free = index.freeFacts(state.id);
    const partners = partnerFigures(state.id, material);
    if (commitments.length === 0 && free.length === 0 && partners === null) return null;
    const words = material.words(WORDS);
    const sections: (ReportSection | null)[] = [
      wrap(`chapter-${state.id}-plan`, words.national, mechanismAndPlan(state, material)),
      factsSection(
        `chapter-${state.id}-context`,
        material.label(FACT_SECTION_LABELS.context),
        free,
        'context',
        material,
      ),
      wrap(`chapter-${state.id}-figures`, keyFigures.title(material), keyFigures.compose(state.id, material)),
      commitments.length > 0
        ? section(`chapter-${state.id}-standing`, words.coverage, stateStanding(state.id, material))
        : null,
      factsSection(
        `chapter-${state.id}-coordination`,
        material.label(FACT_SECTION_LABELS.coordination),
        free,
        'coordination',
        material,
      ),
      ...areaSections(state.id, material),
      leftOver(state.id, free, material),
      partners,
      stories(state.id, material),
    ];
    return { sections: sections.filter((each) => each !== null) };
  },
});

const wrap = (id: string, title: string, body: Body | null): ReportSection | null =>
  body ? section(id, title, body) : null;

function factsSection(
  id: string,
  title: string,
  facts: readonly SnapshotFact[],
  part: SnapshotFact['section'],
  material: Material,
): ReportSection | null {
  const items = facts.filter((fact) => fact.section === part && fact.kind !== 'story');
  return items.length === 0
    ? null
    : section(id, title, {
        blocks: [{ type: 'facts', items: items.map((fact) => factItem(fact, material)) }],
      });
}

/** A fact under an area that the State's chapter does not have must not be lost. */
function leftOver(
  stateCode: string,
  free: readonly SnapshotFact[],
  material: Material,
): ReportSection | null {
  const areas = new Set(
    material.index.areas
      .filter((area) => area.stateCode === null || area.stateCode === stateCode)
      .map(({ id }) => id),
  );
  const items = free.filter(
    (fact) => fact.section === null && fact.kind !== 'story' && !areas.has(fact.areaKey ?? ''),
  );
  if (items.length === 0) return null;
  return section(`chapter-${stateCode}-other`, material.words(WORDS).other, {
    blocks: [{ type: 'facts', items: items.map((fact) => factItem(fact, material)) }],
  });
}

function stories(stateCode: string, material: Material): ReportSection | null {
  const { index } = material;
  const words = material.words(WORDS);
  const told = index.facts.filter((fact) => fact.stateCode === stateCode && fact.kind === 'story');
  const published = material
    .regional('stories')
    .items()
    .filter((story) => story.text('stateCode') === stateCode);
  if (told.length + published.length === 0) return null;
  const owners = told.flatMap((fact) => index.owner(fact) ?? []);
  const links: Inline[] = owners.flatMap(({ code }, i) => [
    i === 0 ? words.storyOf : ', ',
    commitmentPlaceLink(code),
  ]);
  const items = told.map((fact) => factItem(fact, material));
  return section(`chapter-${stateCode}-story`, words.story, {
    blocks: [
      ...published.flatMap((story) => publishedStory(story, material)),
      ...(items.length > 0 ? [{ type: 'facts', items } as const] : []),
      ...(links.length > 0 ? paragraph([...links, '.'], 'small') : []),
      ...(published.some((story) => story.list('photos').length > 0)
        ? []
        : paragraph(words.noPhoto, 'small')),
    ],
  });
}

/** A story that a person consented to: its text between its photos, and whether the name is theirs. */
function publishedStory(story: Loose, material: Material): Block[] {
  const words = material.words(WORDS);
  const withdrawnOn = story.text('withdrawnOn');
  if (withdrawnOn !== null) return paragraph(words.withdrawn(material.formats.day(withdrawnOn)), 'small');
  const [title, text] = [story.pair('title'), story.pair('text')];
  const [first = [], ...others] = story.list('photos').map((photo) => photoOf(photo, material));
  const code = story.text('commitment');
  const known = material.index.commitments.some((commitment) => commitment.code === code);
  const notes: Inline[] = [
    ...(story.isTrue('nameChanged') ? [words.nameChanged, ' '] : []),
    ...(code !== null && known ? [words.storyOf, commitmentPlaceLink(code), '. '] : []),
    ...material.sources.cite(story.text('source') === null ? [] : [story.text('source') ?? '']),
  ];
  return [
    ...paragraph(title === null ? null : [{ kind: 'strong', text: plainText(title) }], 'title'),
    ...first,
    ...paragraph(text),
    ...others.flat(),
    ...(notes.length > 0 ? paragraph(notes, 'small') : []),
  ];
}

/** Whether any story of the year shows a photo. */
export const hasPhotos = (material: Material): boolean =>
  material
    .regional('stories')
    .items()
    .some((story) => story.list('photos').some((photo) => photo.text('sha256') !== null));

/** A photo with what is said of it; of one that was taken back, the day. */
function photoOf(photo: Loose, material: Material): Block[] {
  const words = material.words(WORDS);
  const withdrawnOn = photo.text('withdrawnOn');
  if (withdrawnOn !== null)
    return paragraph(words.photoWithdrawn(material.formats.day(withdrawnOn)), 'small');
  const alt = photo.pair('alt') ?? '';
  const [photoId, takenOn] = [photo.text('id') ?? '', photo.text('takenOn')];
  return [
    {
      type: 'photo',
      id: `photo-${photoId}`,
      photoId,
      sha256: photo.text('sha256') ?? '',
      width: photo.number('width') ?? 1,
      height: photo.number('height') ?? 1,
      alt: plainText(alt),
      ...(typeof alt === 'object' && alt.kind === 'said' ? { altLang: alt.lang } : {}),
      caption: photo.pair('caption'),
      credit: `${words.credit}${photo.text('credit') ?? ''}${takenOn === null ? '' : `, ${material.formats.day(takenOn)}`}`,
    },
  ];
}
