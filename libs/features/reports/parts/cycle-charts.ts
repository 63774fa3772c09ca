import { OUTLOOK_LABELS, OUTLOOKS, STAGE_LABELS, STAGES } from '#features/progress';
import type { SnapshotCommitment } from '#features/rollups';
import type { ChartBlock } from '../report.document.js';
import type { Standing } from '../report.index.js';
import type { Material } from '../report.material.js';
import { countChart, withoutEmpty } from './count-chart.js';
import { rests, standingLabel } from './status.js';

const WORDS = {
  reported: { en: 'Reported', es: 'Informados' },
  coverage: { en: 'Coverage', es: 'Cobertura' },
  reads: {
    en: (what: string) =>
      `${what} Each bar holds all commitments of its row; those without an update are shown as such and not as zero.`,
    es: (what: string) =>
      `${what} Cada barra contiene todos los compromisos de su fila; los que no tienen actualización se muestran como tales y no como cero.`,
  },
  outlookReads: {
    en: (what: string) => `${what} Only reported commitments have an outlook.`,
    es: (what: string) => `${what} Solo los compromisos informados tienen perspectiva.`,
  },
};

/** A row of a chart: some commitments under one name. */
export interface ChartGroup {
  label: string;
  commitments: readonly SnapshotCommitment[];
}

const WITHOUT: readonly Standing[] = ['explained', 'carried_forward', 'not_reported'];

/** Every commitment of each group by its stage, and those without an update by why. */
export function stagesChart(
  id: string,
  caption: string,
  groups: readonly ChartGroup[],
  head: string,
  material: Material,
): ChartBlock {
  const { index, formats } = material;
  const words = material.words(WORDS);
  const series = [
    ...STAGES.map((stage) => ({ key: `stage-${stage}`, label: material.label(STAGE_LABELS[stage]) })),
    ...WITHOUT.map((standing) => ({ key: `coverage-${standing}`, label: standingLabel(standing, material) })),
  ];
  const keyOf = (commitment: SnapshotCommitment): string => {
    const standing = index.standing(commitment.id);
    const update = index.update(commitment.id);
    return standing === 'reported' && update ? `stage-${update.stage}` : `coverage-${standing}`;
  };
  const rows = groups.map(({ label, commitments }) => ({
    label,
    values: series.map(({ key }) => commitments.filter((commitment) => keyOf(commitment) === key).length),
    end: formats.ofAll(
      commitments.filter(({ id: each }) => index.standing(each) === 'reported').length,
      commitments.length,
    ),
  }));
  const illustrative = rests(
    material,
    ['stage'],
    groups.flatMap(({ commitments }) => commitments),
  );
  const description = words.reads(caption + '.');
  return countChart(
    {
      ...{ id, caption, description, head, last: words.coverage },
      ...withoutEmpty(series, rows),
      illustrative,
    },
    material,
  );
}

/** Reported commitments of each group by their outlook. */
export function outlooksChart(
  id: string,
  caption: string,
  groups: readonly ChartGroup[],
  head: string,
  material: Material,
): ChartBlock {
  const { index, formats } = material;
  const words = material.words(WORDS);
  const series = OUTLOOKS.map((outlook) => ({
    key: `outlook-${outlook}`,
    label: material.label(OUTLOOK_LABELS[outlook]),
  }));
  const rows = groups.map(({ label, commitments }) => {
    const updates = commitments.flatMap(({ id: each }) => index.update(each) ?? []);
    return {
      label,
      values: OUTLOOKS.map((outlook) => updates.filter((update) => update.outlook === outlook).length),
      end: formats.count(updates.length),
    };
  });
  const illustrative = rests(
    material,
    ['outlook'],
    groups.flatMap(({ commitments }) => commitments),
  );
  const description = words.outlookReads(caption + '.');
  return countChart(
    { id, caption, description, head, last: words.reported, series, rows, illustrative },
    material,
  );
}
