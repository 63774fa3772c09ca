import type { Block } from '../report.document.js';
import { list, type Material, paragraph, type Part, section } from '../report.material.js';
import { outlooksChart, stagesChart } from './cycle-charts.js';
import { matrix, stateGroups } from './results.js';
import { changes } from './results-over-time.js';

const WORDS = {
  state: { en: 'State', es: 'Estado' },
  stages: { en: 'Commitments by stage and State', es: 'Compromisos por etapa y Estado' },
  outlooks: {
    en: 'Reported commitments by outlook and State',
    es: 'Compromisos informados por perspectiva y Estado',
  },
  support: { en: 'Support that States ask for', es: 'Apoyo que piden los Estados' },
  annex: {
    en: 'The status of every commitment is a table of the data annex (XLSX and CSV), which lies with this report at ',
    es: 'La situación de cada compromiso es una tabla del anexo de datos (XLSX y CSV), que está junto a este informe en ',
  },
};

/** Coverage, stages and outlooks at half of the year, the support that States ask for, and where the rest lies. */
export const atAGlance: Part = {
  id: 'results',
  title: { en: 'The region at a glance', es: 'La región de un vistazo' },
  compose: (material) => {
    const region = material.index.cell('region');
    if (!region || region.commitments === 0) return null;
    const words = material.words(WORDS);
    const support = supportAsked(material);
    return {
      blocks: [
        matrix(material),
        stagesChart('stages-by-state', words.stages, stateGroups(material), words.state, material),
        outlooksChart('outlooks-by-state', words.outlooks, stateGroups(material), words.state, material),
        ...paragraph([
          words.annex,
          { kind: 'link', text: annexPlace(material), href: annexPlace(material) },
          '.',
        ]),
      ],
      sections: [
        ...(material.content.others.previous.length === 0 ? [] : [changes(material)]),
        ...(support.length === 0 ? [] : [section('results-support', words.support, { blocks: support })]),
      ],
    };
  },
};

/** The public page on which the report's files lie: of an edition its own, else the list of them all. */
const annexPlace = ({ lang, content, edition }: Material): string =>
  edition === null ? `/${lang}/reports` : `/${lang}/reports/${content.cycle.key}/${edition}`;

function supportAsked(material: Material): Block[] {
  const { index } = material;
  return list(
    index.commitments.flatMap((commitment) => {
      const update = index.update(commitment.id);
      const support = update && material.prose('', update.supportNeededEn, update.supportNeededEs);
      if (!support) return [];
      return [
        [
          { kind: 'place', text: commitment.code, to: `commitment-${commitment.code}` } as const,
          ': ',
          { kind: 'prose', markdown: support.markdown, lang: support.lang } as const,
        ],
      ];
    }),
  );
}
