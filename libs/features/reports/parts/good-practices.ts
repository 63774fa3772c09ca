import type { Line, ReportSection } from '../report.document.js';
import { type Material, section } from '../report.material.js';
import { table } from './tables.js';

const WORDS = {
  title: { en: 'Good practices', es: 'Buenas prácticas' },
  practice: { en: 'Good practice', es: 'Buena práctica' },
  state: { en: 'State', es: 'Estado' },
  theme: { en: 'Theme', es: 'Tema' },
  commitments: { en: 'Commitments', es: 'Compromisos' },
  adoptedBy: { en: 'Adopted by', es: 'Adoptada por' },
};

/** The year's good practices: whose, on what, for which commitments, and which other States adopted them. */
export function goodPractices(material: Material): ReportSection[] {
  const practices = material.regional('good_practices').items();
  if (practices.length === 0) return [];
  const words = material.words(WORDS);
  const rows = practices.map((practice): Line[] => [
    [practice.words('title') ?? '–', ' ', ...material.sources.cite(practice.texts('sources'))],
    [material.stateName(practice.text('stateCode') ?? '')],
    [material.areaName(practice.text('areaKey') ?? '')],
    [practice.texts('commitments').join(', ')],
    [
      practice
        .texts('adoptedBy')
        .map((code) => material.stateName(code))
        .join(', '),
    ],
  ]);
  const heads = [words.practice, words.state, words.theme, words.commitments, words.adoptedBy];
  return [
    section('good-practices', words.title, { blocks: [table('good-practices', words.title, heads, rows)] }),
  ];
}
