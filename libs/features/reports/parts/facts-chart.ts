import type { SnapshotFact } from '#features/rollups';
import type { ChartBlock } from '../report.document.js';
import type { Material } from '../report.material.js';
import { countChart, withoutEmpty } from './count-chart.js';

const WORDS = {
  caption: { en: 'Facts of the year by State and area', es: 'Hechos del año por Estado y área' },
  reads: {
    en: 'Facts of the year by State and area. Each bar holds all facts of its State, each fact once, under the area that it was told for.',
    es: 'Hechos del año por Estado y área. Cada barra contiene todos los hechos de su Estado, cada uno una vez, en el área para la que se informó.',
  },
  own: { en: 'Areas of a State’s own', es: 'Áreas propias de un Estado' },
  none: { en: 'Context and coordination', es: 'Contexto y coordinación' },
  state: { en: 'State', es: 'Estado' },
  all: { en: 'Facts', es: 'Hechos' },
};

/** How many facts each State told, in the colours of the areas; null without facts. */
export function factsChart(material: Material): ChartBlock | null {
  const { index, formats } = material;
  const words = material.words(WORDS);
  const shared = index.areas.filter((area) => area.shared);
  const series = [
    ...shared.map(({ id }) => ({ key: `topic-${id}`, label: material.areaName(id) })),
    { key: 'topic-own', label: words.own },
    { key: 'topic-none', label: words.none },
  ];
  const keyOf = ({ areaKey }: SnapshotFact): string =>
    areaKey === null ? 'topic-none' : `topic-${index.sharedKey(areaKey) ?? 'own'}`;
  const rows = index.states.flatMap(({ id }) => {
    const facts = index.facts.filter(({ stateCode }) => stateCode === id);
    const values = series.map(({ key }) => facts.filter((fact) => keyOf(fact) === key).length);
    return facts.length === 0
      ? []
      : [{ label: material.stateName(id), values, end: formats.count(facts.length) }];
  });
  if (rows.length === 0) return null;
  return countChart(
    {
      id: 'facts-by-state',
      caption: words.caption,
      description: words.reads,
      head: words.state,
      last: words.all,
      ...withoutEmpty(series, rows),
      illustrative: false,
    },
    material,
  );
}
