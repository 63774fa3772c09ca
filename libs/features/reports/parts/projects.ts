import { type FigureContent, figureText } from '#features/progress';
import { Loose, plainText } from '../regional.reader.js';
import type { ChartBlock, Inline, Line, TableBlock } from '../report.document.js';
import { list, type Material, paragraph, type Part, section, terms } from '../report.material.js';
import { NOTHING } from '../report.formats.js';
import { percentChart } from './measure-charts.js';
import { noteWithSources, sourceLine } from './regional-plan.js';
import { named } from './regional-work.js';
import { numeric, table } from './tables.js';

const WORDS = {
  fund: { en: 'MIRPS Fund', es: 'Fondo MIRPS' },
  practices: { en: 'Good-practice projects', es: 'Proyectos de buenas prácticas' },
  managedBy: { en: 'Managed by', es: 'Gestión' },
  donor: { en: 'Donor', es: 'Donante' },
  amount: { en: 'Contribution', es: 'Aporte' },
  beneficiaries: { en: 'People expected to benefit', es: 'Personas que se espera beneficiar' },
  people: { en: 'people', es: 'personas' },
  legal: { en: 'Legal basis', es: 'Base jurídica' },
  committee: { en: 'Committee', es: 'Comité' },
  followUp: { en: 'Follow-up', es: 'Seguimiento' },
  fundProjects: { en: 'Projects of the MIRPS Fund', es: 'Proyectos del Fondo MIRPS' },
  practiceProjects: { en: 'Projects of good practices', es: 'Proyectos de buenas prácticas' },
  state: { en: 'State', es: 'Estado' },
  region: { en: 'Region', es: 'Región' },
  project: { en: 'Project', es: 'Proyecto' },
  entity: { en: 'Carried out by', es: 'Ejecuta' },
  complete: { en: 'Complete', es: 'Avance' },
  status: { en: 'Status', es: 'Situación' },
  end: { en: 'Expected end', es: 'Fin previsto' },
  notes: { en: 'Notes', es: 'Notas' },
  dash: {
    en: 'A dash under "Complete" means that no percentage was reported.',
    es: 'La raya en «Avance» significa que no se informó ningún porcentaje.',
  },
};

/** The projects of the MIRPS Fund and those that bring good practices to other States. */
export const projects: Part = {
  id: 'projects',
  title: { en: 'MIRPS Fund and good-practice projects', es: 'Fondo MIRPS y proyectos de buenas prácticas' },
  compose: (material) => {
    const [fund, practices] = [material.regional('mirps_fund'), material.regional('good_practice_projects')];
    if (fund.isEmpty && practices.isEmpty) return null;
    const words = material.words(WORDS);
    return {
      sections: [
        ...(fund.isEmpty
          ? []
          : [section('projects-fund', words.fund, { blocks: fundBlocks(fund, material) })]),
        ...(practices.isEmpty
          ? []
          : [
              section('projects-practices', words.practices, { blocks: practiceBlocks(practices, material) }),
            ]),
      ],
    };
  },
};

function fundBlocks(fund: Loose, material: Material) {
  const words = material.words(WORDS);
  const amount = fund.at('donorAmount');
  const [value, currency] = [amount.number('value'), amount.text('currency')];
  const note = fund.words('donorNote');
  return [
    ...terms([
      [words.managedBy, institution(fund.text('managedBy'), material)],
      [words.donor, institution(fund.text('donor'), material)],
      [
        words.amount,
        value === null || currency === null
          ? note
          : [material.formats.money(value, currency), ...(note ? [' — ', note] : [])],
      ],
      [words.beneficiaries, beneficiaries(fund, material)],
      [words.legal, fund.words('legalBasis')],
    ]),
    ...projectTable('fund-projects', words.fundProjects, fund, material),
    ...named(words.notes, list(fund.wordsList('notes'))),
    ...sourceLine(fund, material),
  ];
}

function practiceBlocks(practices: Loose, material: Material) {
  const words = material.words(WORDS);
  return [
    ...terms([
      [words.donor, institution(practices.text('donor'), material)],
      [
        words.committee,
        practices
          .texts('committee')
          .map((key) => material.institutionInFull(key))
          .join(', ') || null,
      ],
      [words.followUp, practices.words('followUp')],
    ]),
    ...projectTable('practice-projects', words.practiceProjects, practices, material),
    ...paragraph(noteWithSources(practices, material), 'small'),
  ];
}

/** The projects of every programme that the snapshot knows, in its order. */
export const projectsOf = ({ content, lang }: Material): Loose[] =>
  content.others.regional
    .filter(({ id }) => PROGRAMME.test(id))
    .flatMap((part) => new Loose(part.content, lang).list('projects'));

const PROGRAMME = /^(mirps_fund|good_practice_projects|programme_.+)$/;

/** A project in one line: its title, who carries it out, how far it is and until when. */
export function projectLine(project: Loose, material: Material): Line {
  const words = material.words(WORDS);
  const [percent, state] = [project.number('percentCompleteReported'), project.text('stateCode')];
  const status = project.words('status');
  const end = expectedEnd(project, material);
  const [value, currency] = [project.at('amount').number('value'), project.at('amount').text('currency')];
  const details: Inline[][] = [
    [state === null ? words.region : material.stateName(state)],
    [institution(project.text('executingEntity'), material) ?? ''],
    value === null || currency === null ? [] : [material.formats.money(value, currency)],
    status === null ? [] : [status],
    percent === null || plainText(status ?? '').includes(String(percent))
      ? []
      : [material.formats.percent(String(percent))],
    end === null ? [] : [`${words.end}: `, end],
  ];
  const told = details.filter((each) => each.some((part) => part !== ''));
  return [
    { kind: 'strong', text: plainText(project.words('title') ?? '') },
    ' — ',
    ...told.flatMap((each, i) => (i === 0 ? each : [' · ', ...each])),
    ' ',
    ...material.sources.cite(project.texts('sources')),
  ];
}

const institution = (key: string | null, material: Material): string | null =>
  key === null ? null : material.institutionInFull(key);

function beneficiaries(fund: Loose, material: Material): string | null {
  const value = fund.number('beneficiariesExpected');
  if (value === null) return null;
  const qualifier = (fund.text('beneficiariesExpectedQualifier') ?? 'exact') as FigureContent['qualifier'];
  return figureText(
    {
      value,
      valueState: 'reported',
      valueType: 'count',
      qualifier,
      basis: 'period',
      role: 'observed',
      unitEn: WORDS.people.en,
      unitEs: WORDS.people.es,
    },
    material.lang,
  );
}

/** The end in words as old snapshots have it, else the day as exactly as it is known. */
function expectedEnd(project: Loose, material: Material): Inline | null {
  const day = project.text('expectedEndOn');
  if (day === null) return project.words('expectedEnd');
  const precision = project.text('expectedEndPrecision');
  if (precision === 'year') return day.slice(0, 4);
  return precision === 'month' ? material.formats.month(day) : material.formats.day(day);
}

function projectTable(
  id: string,
  caption: string,
  part: Loose,
  material: Material,
): (TableBlock | ChartBlock)[] {
  const words = material.words(WORDS);
  const rows = part.list('projects').map((project): (Inline | Line | null)[] => {
    const percent = project.number('percentCompleteReported');
    const note = project.words('note');
    const state = project.text('stateCode');
    return [
      state === null ? words.region : material.stateName(state),
      [
        project.words('title') ?? '',
        ...(note ? ['. ', note] : []),
        ' ',
        ...material.sources.cite(project.texts('sources')),
      ],
      institution(project.text('executingEntity'), material),
      percent === null ? NOTHING : material.formats.percent(String(percent)),
      project.words('status'),
      expectedEnd(project, material),
    ];
  });
  const columns = [
    words.state,
    words.project,
    words.entity,
    numeric(words.complete),
    words.status,
    words.end,
  ];
  if (rows.length === 0) return [];
  const bars = part.list('projects').map((project) => {
    const state = project.text('stateCode');
    return {
      label: state === null ? words.region : material.stateName(state),
      percent: project.number('percentCompleteReported'),
    };
  });
  return [
    percentChart(`${id}-chart`, bars, table(id, caption, columns, rows, { note: words.dash }), material),
  ];
}
