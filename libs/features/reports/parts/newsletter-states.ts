import type { SnapshotCommitment, SnapshotUpdate } from '#features/rollups';
import { plainText } from '../regional.reader.js';
import type { Block, Inline, ReportSection } from '../report.document.js';
import type { Standing } from '../report.index.js';
import { type Body, joined, type Material, paragraph, section } from '../report.material.js';
import type { StateInArea } from './newsletter-lead.js';
import { inShort, needsBlocks } from './opening.js';
import { allIllustrative, stageLine, withoutMarks } from './status.js';

const WORDS = {
  lead: {
    en: (n: number) =>
      `In the States’ own approved words: of each at most ${n} commitments, those with the most facts; long texts end with a whole sentence, and the update has the rest.`,
    es: (n: number) =>
      `Con las palabras aprobadas de los Estados: de cada uno, como máximo ${n} compromisos, los que tienen más hechos; los textos largos terminan con una oración completa y la actualización contiene el resto.`,
  },
  illustrative: {
    en: ' The stages are illustrative: the sources do not state them.',
    es: ' Las etapas son ilustrativas: las fuentes no las indican.',
  },
  coverage: { en: (n: string) => `Reported: ${n}.`, es: (n: string) => `Informados: ${n}.` },
  explained: {
    en: (n: string) => ` Without an update, but explained: ${n}.`,
    es: (n: string) => ` Sin actualización, pero explicados: ${n}.`,
  },
  also: { en: 'Also reported: ', es: 'También informó sobre: ' },
  update: { en: 'Update', es: 'Actualización' },
  rest: { en: 'Read on in the update', es: 'Continúa en la actualización' },
};

/** How many commitments of a State a newsletter tells of, and the letters of each. */
const [MOST, LONGEST] = [3, 460];

/** What each State did in the area, in its own approved words. */
export function newsletterStates(areaKey: string, states: readonly StateInArea[], material: Material): Body {
  const words = material.words(WORDS);
  const commitments = states.flatMap((state) => state.commitments);
  const once = allIllustrative(['stage'], commitments, material);
  return {
    blocks: paragraph([words.lead(MOST), ...(once ? [words.illustrative] : [])], 'small'),
    sections: states.map((state) => stateSection(areaKey, state, once, material)),
    areaKey,
  };
}

function stateSection(areaKey: string, state: StateInArea, once: boolean, material: Material): ReportSection {
  const { index } = material;
  const words = material.words(WORDS);
  const facts = ({ id }: SnapshotCommitment): number => index.factsOf(id).length;
  const reported = state.commitments.flatMap((commitment) => {
    const update = index.update(commitment.id);
    const said = update && material.prose('', update.narrativeEn, update.narrativeEs);
    return update && said ? [{ commitment, update, said }] : [];
  });
  const chosen = reported
    .toSorted((a, b) => facts(b.commitment) - facts(a.commitment) || number(a) - number(b))
    .slice(0, MOST)
    .toSorted((a, b) => number(a) - number(b));
  const others = reported.filter((each) => !chosen.includes(each));
  const also = others.map(
    ({ commitment }): Inline => `${titleOf(commitment, material)} (${commitment.code})`,
  );
  return section(`newsletter-${state.id}`, state.label, {
    blocks: [
      ...(chosen.length === 0 ? coverage(state, material) : []),
      ...chosen.flatMap((each) => told(each, once, material)),
      ...(also.length === 0 ? [] : paragraph([words.also, ...joined(also, '; '), '.'], 'small')),
    ],
    areaKey,
  });
}

const number = ({ commitment }: { commitment: SnapshotCommitment }): number => commitment.number;

const titleOf = ({ code, titleEn, titleEs }: SnapshotCommitment, material: Material): string =>
  plainText(material.said(titleEn, titleEs) ?? code);

/** How many reported, of a State that said nothing. */
function coverage({ commitments }: StateInArea, material: Material): Block[] {
  const { index, formats } = material;
  const words = material.words(WORDS);
  const count = (standing: Standing): number =>
    commitments.filter(({ id }) => index.standing(id) === standing).length;
  const explained = count('explained');
  const reported = words.coverage(formats.ofAll(count('reported'), commitments.length));
  return paragraph(`${reported}${explained === 0 ? '' : words.explained(formats.count(explained))}`, 'small');
}

interface Reported {
  commitment: SnapshotCommitment;
  update: SnapshotUpdate;
  said: NonNullable<ReturnType<Material['prose']>>;
}

/** The commitment with its stage, then what the State says of it, with the sources of its facts and the way to its update. */
function told({ commitment, update, said }: Reported, once: boolean, material: Material): Block[] {
  const words = material.words(WORDS);
  const stage = stageLine(update, material);
  const head: Inline[] = [
    { kind: 'code', text: commitment.code },
    ' ',
    { kind: 'strong', text: titleOf(commitment, material) },
    ' ',
    ...(once ? withoutMarks(stage) : stage),
  ];
  const { markdown, isWhole } = inShort(said.markdown, said.lang, LONGEST);
  const sources = material.index.factsOf(commitment.id).flatMap(({ source }) => source ?? []);
  const behind: Inline[] = [
    { kind: 'update', text: isWhole ? words.update : words.rest, updateId: update.id },
    ...material.sources.cite([...new Set(sources)]),
  ];
  return [
    ...paragraph(head, 'title'),
    ...(needsBlocks(markdown)
      ? [{ type: 'prose' as const, markdown, lang: said.lang }, ...paragraph(behind, 'small')]
      : paragraph([{ kind: 'prose', markdown, lang: said.lang }, ' ', ...behind])),
  ];
}
