import { ILLUSTRATIVE_FIELDS } from '#features/progress';
import type { ChartBlock, Line, ReportSection, TableBlock } from '../report.document.js';
import { list, type Material, paragraph, section } from '../report.material.js';
import { illustrativeMark, standingLabel } from './status.js';
import { numeric, table } from './tables.js';

const WORDS = {
  title: { en: 'About this report', es: 'Sobre este informe' },
  from: {
    en: (cycle: string, number: number, facts: string) =>
      `This report was made from snapshot ${number} of the ${cycle} and from nothing else: ${facts}. Every assessment and figure links to the update in which a State gave it.`,
    es: (cycle: string, number: number, facts: string) =>
      `Este informe se elaboró a partir de la instantánea ${number} del ${cycle} y de nada más: ${facts}. Cada valoración y cada cifra enlaza con la actualización en la que un Estado la dio.`,
  },
  window: {
    en: (from: string, to: string) =>
      `Facts from ${from} to ${to}; some figures state a window of their own.`,
    es: (from: string, to: string) =>
      `Hechos del ${from} al ${to}; algunas cifras indican un período propio.`,
  },
  counts: {
    en: (updates: string, facts: string, figures: string) =>
      `${updates} updates, ${facts} facts and ${figures} figures`,
    es: (updates: string, facts: string, figures: string) =>
      `${updates} actualizaciones, ${facts} hechos y ${figures} cifras`,
  },
  reading: { en: 'How to read it', es: 'Cómo leerlo' },
  rules: {
    en: [
      'Coverage: "n of N reported" says how many of the commitments have an update that was approved in this cycle. All percentages are over those.',
      'Not reported is a state of its own. It is neither zero nor "not started"; it appears as a dash or as a bar of its own.',
      'Explained: the State said why there is no update ("no change", "not assessed because …"). Explained commitments are not counted as reported.',
      'Earlier values: where only an earlier cycle has a value, the commitment is marked so and left out of every count and mean.',
      'Two means, named: over commitments (a big plan weighs more) and over States (each weighs the same).',
      'Changes are differences, in percentage points, between the means that were published for each cycle.',
    ],
    es: [
      'Cobertura: «n de N informados» indica cuántos compromisos tienen una actualización aprobada en este ciclo. Todos los porcentajes se refieren a ellos.',
      'No informado es un estado propio. No es cero ni «no iniciado»; aparece como raya o como barra aparte.',
      'Explicado: el Estado indicó por qué no hay actualización («sin cambios», «sin valorar porque…»). Los compromisos explicados no se cuentan como informados.',
      'Valores anteriores: cuando solo un ciclo anterior tiene valor, el compromiso se marca así y queda fuera de todo recuento y media.',
      'Dos medias, con nombre: por compromiso (un plan grande pesa más) y por Estado (cada uno pesa lo mismo).',
      'Las variaciones son diferencias, en puntos porcentuales, entre las medias publicadas de cada ciclo.',
    ],
  },
  illustrative: {
    en: ': the sources do not state this stage, outlook or percentage. It was set so that the form of the report can be shown; it is not an assessment by the State. It is marked wherever it appears, and means and charts built on it are illustrative too.',
    es: ': las fuentes no indican esta etapa, perspectiva o porcentaje. Se fijó para mostrar la forma del informe; no es una valoración del Estado. Se marca dondequiera que aparece, y las medias y gráficos que se basan en ello también son ilustrativos.',
  },
  template: {
    en: (states: string) =>
      `The commitments of ${states} are worded after the regional template, not in the State’s own words.`,
    es: (states: string) =>
      `Los compromisos de ${states} siguen la redacción de la plantilla regional, no la del propio Estado.`,
  },
  genuine: {
    en: 'Whoever has a copy can check whether it is what was published, and whether a newer edition corrects it: ',
    es: 'Quien tenga una copia puede comprobar si es lo que se publicó y si una edición más reciente lo corrige: ',
  },
  verify: { en: 'verify a file', es: 'verificar un archivo' },
  coverage: { en: 'Coverage by State', es: 'Cobertura por Estado' },
  coverageReads: {
    en: (region: string) =>
      `Coverage by State: of each State’s commitments those reported, explained, with an earlier value only, and not reported. ${region}.`,
    es: (region: string) =>
      `Cobertura por Estado: de los compromisos de cada Estado, los informados, los explicados, los que solo tienen un valor anterior y los no informados. ${region}.`,
  },
  state: { en: 'State', es: 'Estado' },
  all: { en: 'Commitments', es: 'Compromisos' },
  share: { en: 'Coverage', es: 'Cobertura' },
  region: { en: 'Region', es: 'Región' },
  missing: { en: 'What this report does not have', es: 'Lo que este informe no contiene' },
  missingLead: {
    en: 'The snapshot holds nothing for these parts, so they were left out:',
    es: 'La instantánea no contiene nada para estas partes, por lo que se omitieron:',
  },
};

const FOREWORD = { id: 'foreword', en: 'Foreword by the Presidency', es: 'Prólogo de la Presidencia' };

/** What a full report has beside its parts: people may have written some of it, and stories may have photos. */
export const NEVER_HELD = {
  annual: [
    FOREWORD,
    { id: 'credits', en: 'Credits', es: 'Créditos' },
    { id: 'photos', en: 'Photos with credit and consent', es: 'Fotografías con crédito y consentimiento' },
  ],
  mid_year: [FOREWORD],
};

/** The first section: what the report was made from, how to read its numbers, and what it does not have. */
export function methodSection(cycle: string, missing: readonly string[], material: Material): ReportSection {
  const { content, formats, origin, lang } = material;
  const words = material.words(WORDS);
  const counts = words.counts(
    formats.count(content.updates.length),
    formats.count(content.facts.length),
    formats.count(content.figures.length),
  );
  const rules: (Line | string)[] = [...words.rules];
  const mark = illustrativeMark(material, ILLUSTRATIVE_FIELDS);
  if (mark.length > 0) rules.push([...mark, words.illustrative]);
  const template = content.others.plans
    .filter(({ basis }) => basis === 'regional_template')
    .map(({ stateCode }) => material.stateName(stateCode));
  if (template.length > 0) rules.push(words.template(new Intl.ListFormat(lang).format(template)));
  rules.push([words.genuine, { kind: 'link', text: words.verify, href: `/${lang}/verify` }]);
  return section('about', words.title, {
    blocks: [
      ...paragraph(words.from(cycle, origin.number, counts), 'lead'),
      ...paragraph(words.window(formats.day(content.cycle.factsFrom), formats.day(content.cycle.factsTo))),
    ],
    sections: [
      section('about-reading', words.reading, { blocks: list(rules) }),
      // The summary of a mid-year report tells it.
      ...(material.kind === 'mid_year'
        ? []
        : [section('about-coverage', words.coverage, { blocks: [coverageChart(material)] })]),
      section('about-missing', words.missing, {
        blocks: [...paragraph(words.missingLead), ...list(missing)],
      }),
    ],
  });
}

/** What became of every commitment, by State; the table has the whole region below. */
function coverageChart(material: Material): ChartBlock | TableBlock {
  const { index, formats } = material;
  const words = material.words(WORDS);
  const standings = ['reported', 'explained', 'carried_forward', 'not_reported'] as const;
  const row = (label: string, ids: readonly string[]) => {
    const values = standings.map((standing) => ids.filter((id) => index.standing(id) === standing).length);
    const reported = values[0] ?? 0;
    return {
      label,
      values,
      end: formats.share(reported, ids.length),
      cells: [
        label,
        formats.count(ids.length),
        ...values.map((value) => formats.count(value)),
        `${formats.ofAll(reported, ids.length)} (${formats.share(reported, ids.length)})`,
      ],
    };
  };
  const idsOf = (commitments: readonly { id: string }[]): string[] => commitments.map(({ id }) => id);
  const rows = index.states
    .filter(({ id }) => index.commitmentsOf(id).length > 0)
    .map(({ id }) => row(material.stateName(id), idsOf(index.commitmentsOf(id))));
  const total = row(words.region, idsOf(index.commitments));
  const columns = [
    words.state,
    numeric(words.all),
    ...standings.map((standing) => numeric(standingLabel(standing, material))),
    numeric(words.share),
  ];
  const told = table('coverage', words.coverage, columns, [
    ...rows.map(({ cells }) => ({ cells })),
    { cells: total.cells, total: true },
  ]);
  if (rows.length === 0) return told;
  return {
    type: 'chart',
    id: 'coverage-chart',
    number: 0,
    caption: words.coverage,
    description: words.coverageReads(`${total.label}: ${total.cells.at(-1) ?? ''}`),
    series: standings.map((standing) => ({
      key: `coverage-${standing}`,
      label: standingLabel(standing, material),
    })),
    bars: rows.map(({ label, values, end }) => ({ label, values, end })),
    illustrative: false,
    table: told,
  };
}
