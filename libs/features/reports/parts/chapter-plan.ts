import { PLAN_BASIS_LABELS, type PlanBasis } from '#features/plans';
import type { SnapshotPlan } from '#features/rollups';
import { plainText } from '../regional.reader.js';
import type { Inline, Line } from '../report.document.js';
import type { SnapshotState } from '../report.index.js';
import { type Body, joined, list, type Material, paragraph, terms } from '../report.material.js';

const WORDS = {
  mechanism: { en: 'National mechanism', es: 'Mecanismo nacional' },
  plan: { en: 'Plan followed here', es: 'Plan que se sigue aquí' },
  version: { en: (n: number) => `version ${n}`, es: (n: number) => `versión ${n}` },
  commitments: { en: (n: string) => `commitments: ${n}`, es: (n: string) => `compromisos: ${n}` },
  wording: { en: 'Wording', es: 'Redacción' },
  published: { en: 'Commitments published by the State', es: 'Compromisos publicados por el Estado' },
  differs: {
    en: (here: string, published: string) =>
      `In the plan followed here: ${here}; published by the State: ${published}. The two are not the same list.`,
    es: (here: string, published: string) =>
      `En el plan que se sigue aquí: ${here}; publicados por el Estado: ${published}. No son la misma lista.`,
  },
  split: { en: 'Published split by area', es: 'Reparto publicado por área' },
  other: { en: 'Other counts', es: 'Otros recuentos' },
  caveat: { en: 'Caveat', es: 'Salvedad' },
  noPlan: {
    en: 'No adopted plan was in force at the cut-off day of the cycle.',
    es: 'No había un plan aprobado vigente en la fecha de corte del ciclo.',
  },
};

/** The national mechanism, the plan with whose words it is, and the number of commitments that the State published. */
export function mechanismAndPlan(state: SnapshotState, material: Material): Body | null {
  const words = material.words(WORDS);
  const plan = material.index.plan(state.id);
  const counts = material
    .regional('plan_counts')
    .list('states')
    .find((each) => each.text('stateCode') === state.id);
  const mechanism = material.said(state.mechanismEn, state.mechanismEs);
  if (!plan && !mechanism && !counts) return null;
  return {
    blocks: [
      ...(plan?.basis === 'regional_template' ? paragraph(templateNotice(plan, material), 'notice') : []),
      ...terms([
        [words.mechanism, mechanism],
        [words.plan, plan ? planLine(plan, material) : [words.noPlan]],
        [words.wording, plan ? material.label(PLAN_BASIS_LABELS[plan.basis as PlanBasis]) : null],
        [
          words.published,
          publishedLine(
            plan,
            counts?.number('publishedCommitments') ?? null,
            counts?.texts('sources') ?? [],
            material,
          ),
        ],
        [
          words.split,
          counts
            ? joined(
                counts
                  .list('areaSplit')
                  .flatMap((part) => splitLine(part.pair('label'), part.number('count'), material)),
              )
            : null,
        ],
        [words.caveat, counts?.pair('caveat') ?? null],
      ]),
      ...(counts && counts.list('otherTotals').length > 0
        ? [
            ...paragraph([{ kind: 'strong', text: words.other }]),
            ...list(
              counts
                .list('otherTotals')
                .map((total): Line => [
                  material.formats.count(total.number('value') ?? 0),
                  ' — ',
                  total.pair('text') ?? '',
                  ...material.sources.cite([total.text('source')].filter((source) => source !== null)),
                ]),
            ),
          ]
        : []),
    ],
  };
}

/** That the wording is not the State's own must be said wherever such a plan is shown. */
function templateNotice(plan: SnapshotPlan, material: Material): Line {
  const marker = material.label(PLAN_BASIS_LABELS.regional_template);
  const note = material.said(plan.noteEn, plan.noteEs);
  // The note is shown where it says more than the marker does.
  const more = note !== null && plainText(note).length > marker.length + 20;
  return [{ kind: 'strong', text: marker }, ...(more ? ['. ', note] : ['.'])];
}

function planLine(plan: SnapshotPlan, material: Material): Line {
  const words = material.words(WORDS);
  const count = material.index.commitmentsOf(plan.stateCode).length;
  return [
    material.said(plan.titleEn, plan.titleEs) ?? '',
    ` (${words.version(plan.versionNumber)}; ${words.commitments(material.formats.count(count))})`,
  ];
}

function publishedLine(
  plan: SnapshotPlan | undefined,
  counted: number | null,
  countSources: string[],
  material: Material,
): Line | null {
  const { formats, sources, index } = material;
  const published = plan?.publishedCommitments ?? counted;
  if (published === null) return null;
  const named = plan?.publishedSource ? [plan.publishedSource] : countSources;
  const here = plan ? index.commitmentsOf(plan.stateCode).length : published;
  const differs: Inline[] =
    here === published
      ? []
      : ['. ', material.words(WORDS).differs(formats.count(here), formats.count(published))];
  return [formats.count(published), ...sources.cite(named), ...differs];
}

const splitLine = (label: Inline | null, count: number | null, { formats }: Material): Inline[] =>
  label === null || count === null
    ? []
    : typeof label === 'string'
      ? [`${label} ${formats.count(count)}`]
      : [label, ` ${formats.count(count)}`];
