import type { SnapshotFact } from '#features/rollups';
import { type Loose, plainText } from '../regional.reader.js';
import type { Block, Inline, ReportSection } from '../report.document.js';
import { type Material, paragraph, section } from '../report.material.js';
import { commitmentPlaceLink, factItem } from './figures.js';

const WORDS = {
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

/** What a State's chapter tells of persons: its published stories with their photos, and the facts that name one. */
export function nationalStories(stateCode: string, material: Material): ReportSection | null {
  const { index } = material;
  const words = material.words(WORDS);
  const told = storyFacts(stateCode, material);
  const published = storiesOf(stateCode, material);
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

/** The year's published stories of a State, those that were taken back among them. */
export const storiesOf = (stateCode: string, material: Material): Loose[] =>
  material
    .regional('stories')
    .items()
    .filter((story) => story.text('stateCode') === stateCode);

/** Facts of a State that name a story. */
export const storyFacts = (stateCode: string, { index }: Material): SnapshotFact[] =>
  index.facts.filter((fact) => fact.stateCode === stateCode && fact.kind === 'story');

/** A story that a person consented to: its text between its photos, and whether the name is theirs. */
function publishedStory(story: Loose, material: Material): Block[] {
  if (story.text('withdrawnOn') !== null) return storyWithdrawn(story, material);
  const [first = [], ...others] = story.list('photos').map((photo) => photoOf(photo, material));
  const source = story.text('source');
  const notes = [...storyNotes(story, material), ...material.sources.cite(source === null ? [] : [source])];
  return [
    ...storyTitle(story),
    ...first,
    ...paragraph(story.pair('text')),
    ...others.flat(),
    ...(notes.length > 0 ? paragraph(notes, 'small') : []),
  ];
}

/** What stands in the place of a story that was taken back. */
export const storyWithdrawn = (story: Loose, material: Material): Block[] =>
  paragraph(material.words(WORDS).withdrawn(material.formats.day(story.text('withdrawnOn') ?? '')), 'small');

export function storyTitle(story: Loose): Block[] {
  const title = story.pair('title');
  return paragraph(title === null ? null : [{ kind: 'strong', text: plainText(title) }], 'title');
}

/** Whether the name is the person's own, and the commitment that the story is told with. */
export function storyNotes(story: Loose, material: Material): Inline[] {
  const words = material.words(WORDS);
  const code = story.text('commitment');
  const known = material.index.commitments.some((commitment) => commitment.code === code);
  return [
    ...(story.isTrue('nameChanged') ? [words.nameChanged, ' '] : []),
    ...(code !== null && known ? [words.storyOf, commitmentPlaceLink(code), '. '] : []),
  ];
}

/** Whether any story of the year shows a photo. */
export const hasPhotos = (material: Material): boolean =>
  material
    .regional('stories')
    .items()
    .some((story) => story.list('photos').some((photo) => photo.text('sha256') !== null));

/** A photo with what is said of it; of one that was taken back, the day. */
export function photoOf(photo: Loose, material: Material): Block[] {
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
