import type { MapBlock } from '../report.document.js';
import type { Material } from '../report.material.js';
import { numeric, table } from './tables.js';

const WORDS = {
  caption: {
    en: 'Share of commitments reported, by State',
    es: 'Proporción de compromisos informados, por Estado',
  },
  reads: {
    en: (told: string) =>
      `Map of the seven States, darker where a larger share of the commitments was reported. ${told}.`,
    es: (told: string) =>
      `Mapa de los siete Estados, más oscuro donde se informó una mayor proporción de los compromisos. ${told}.`,
  },
  none: { en: 'none', es: 'ninguno' },
  upTo: { en: (n: number) => `up to ${n}%`, es: (n: number) => `hasta ${n}\u00a0%` },
  state: { en: 'State', es: 'Estado' },
  reported: { en: 'Reported', es: 'Informados' },
  share: { en: 'Share', es: 'Proporción' },
};

/** Upper ends of the steps of colour, in percent. */
const STEPS = [25, 50, 75, 100] as const;

const keyOf = (reported: number, all: number): string => {
  const percent = (100 * reported) / all;
  return reported === 0 ? 'share-none' : `share-${STEPS.find((step) => percent <= step) ?? 100}`;
};

/** How much of its plan each State reported; null without plans. It shows coverage only, which rests on no assessment. */
export function coverageMap(material: Material): MapBlock | null {
  const { index, formats } = material;
  const words = material.words(WORDS);
  const states = index.states.flatMap(({ id }) => {
    const cell = index.cell('state', id);
    return cell && cell.commitments > 0 ? [{ id, cell }] : [];
  });
  if (states.length === 0) return null;
  const places = states.map(({ id, cell }) => ({
    code: id,
    label: material.stateName(id),
    value: formats.ofAll(cell.reported, cell.commitments),
    key: keyOf(cell.reported, cell.commitments),
  }));
  return {
    type: 'map',
    id: 'coverage-map',
    number: 0,
    caption: words.caption,
    description: words.reads(places.map(({ label, value }) => `${label}: ${value}`).join('; ')),
    legend: [
      { key: 'share-none', label: words.none },
      ...STEPS.map((step) => ({ key: `share-${step}`, label: words.upTo(step) })),
    ],
    places,
    illustrative: false,
    table: table(
      'coverage-map-data',
      words.caption,
      [words.state, numeric(words.reported), numeric(words.share)],
      states.map(({ id, cell }) => [
        material.stateName(id),
        formats.ofAll(cell.reported, cell.commitments),
        formats.share(cell.reported, cell.commitments),
      ]),
    ),
  };
}
