import type { ReportDocument } from './report.document.js';
import { rests } from './parts/status.js';
import type { Material } from './report.material.js';
import type { EditionTexts } from './report.written.js';

const WORDS = {
  annual: {
    en: (year: number) => `MIRPS Annual Report ${year}`,
    es: (year: number) => `Informe Anual del MIRPS ${year}`,
  },
  mid_year: {
    en: (year: number) => `MIRPS Mid-year Report ${year}`,
    es: (year: number) => `Informe Semestral del MIRPS ${year}`,
  },
  framework: {
    en: 'Comprehensive Regional Protection and Solutions Framework',
    es: 'Marco Integral Regional para la Protección y Soluciones',
  },
  subtitle: {
    en: (from: string, to: string) => `Progress of the States’ commitments, ${from} to ${to}`,
    es: (from: string, to: string) => `Avances de los compromisos de los Estados, del ${from} al ${to}`,
  },
  period: {
    en: (from: string, to: string) => `${from} to ${to}`,
    es: (from: string, to: string) => `Del ${from} al ${to}`,
  },
  presidency: { en: 'Pro-tempore Presidency', es: 'Presidencia pro tempore' },
  states: { en: 'States', es: 'Estados' },
  cutoff: { en: 'Cut-off', es: 'Fecha de corte' },
  snapshot: { en: 'Snapshot', es: 'Instantánea' },
  hash: { en: 'SHA-256 of the snapshot', es: 'SHA-256 de la instantánea' },
  edition: { en: 'Edition', es: 'Edición' },
  corrects: { en: 'What it corrects', es: 'Qué corrige' },
  texts: { en: 'SHA-256 of the texts', es: 'SHA-256 de los textos' },
  number: {
    en: (n: number, key: string) => `number ${n} of ${key}`,
    es: (n: number, key: string) => `número ${n} de ${key}`,
  },
  reported: { en: 'commitments reported', es: 'compromisos informados' },
  mean: { en: 'mean progress over commitments', es: 'avance medio por compromiso' },
  meanOfStates: { en: 'mean progress over States', es: 'avance medio de los Estados' },
  facts: { en: 'facts', es: 'hechos' },
  figures: { en: 'figures', es: 'cifras' },
};

type Cover = ReportDocument['cover'];

/** What the cover says: which cycle, whose presidency, which snapshot, and the region in five numbers. */
export function coverOf(material: Material, edition?: EditionTexts): Cover {
  const { content, formats, kind, index } = material;
  const words = material.words(WORDS);
  const region = index.cell('region');
  const illustrative = rests(material, ['percent']);
  const states = index.states
    .filter(({ id }) => index.commitmentsOf(id).length > 0)
    .map(({ id }) => material.stateName(id));
  return {
    ...headOf(material, words[kind](content.cycle.year)),
    lines: [
      ...(edition ? [{ term: words.edition, text: formats.count(edition.number) }] : []),
      ...(edition?.note ? [{ term: words.corrects, text: material.label(edition.note) }] : []),
      ...presidencyLine(material),
      ...(states.length > 0
        ? [{ term: words.states, text: new Intl.ListFormat(material.lang).format(states) }]
        : []),
      ...originLines(material),
      ...(edition ? [{ term: words.texts, text: edition.textsSha256 }] : []),
    ],
    boxes: [
      ...(region
        ? [
            {
              value: formats.ofAll(region.reported, region.commitments),
              label: words.reported,
              illustrative: false,
            },
          ]
        : []),
      ...(region && region.meanPercent !== null
        ? [{ value: formats.percent(region.meanPercent), label: words.mean, illustrative }]
        : []),
      ...(region && region.meanOfStates !== null
        ? [{ value: formats.percent(region.meanOfStates), label: words.meanOfStates, illustrative }]
        : []),
      { value: formats.count(content.facts.length), label: words.facts, illustrative: false },
      { value: formats.count(content.figures.length), label: words.figures, illustrative: false },
    ],
  };
}

/** What stands above a short paper, which has its own numbers and is not about the region. */
export const sheetCoverOf = (material: Material, name: string): Cover => ({
  ...headOf(material, name, 'period'),
  lines: [...presidencyLine(material), ...originLines(material)],
  boxes: [],
});

function headOf(
  material: Material,
  name: string,
  about: 'subtitle' | 'period' = 'subtitle',
): Pick<Cover, 'name' | 'framework' | 'subtitle'> {
  const { content, formats } = material;
  const words = material.words(WORDS);
  const { factsFrom, factsTo } = content.cycle;
  return {
    name,
    framework: words.framework,
    subtitle: words[about](formats.day(factsFrom), formats.day(factsTo)),
  };
}

function presidencyLine(material: Material): Cover['lines'] {
  const text = material.content.others.presidencies
    .map(({ stateCode }) => material.stateName(stateCode))
    .join(', ');
  return text ? [{ term: material.words(WORDS).presidency, text }] : [];
}

function originLines(material: Material): Cover['lines'] {
  const { content, formats, origin } = material;
  const words = material.words(WORDS);
  return [
    { term: words.cutoff, text: formats.day(content.cycle.cutoffOn) },
    { term: words.snapshot, text: words.number(origin.number, content.cycle.key) },
    { term: words.hash, text: origin.sha256 },
  ];
}
