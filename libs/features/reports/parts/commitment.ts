import type { SnapshotCommitment, SnapshotUpdate } from '#features/rollups';
import type { CommitmentBlock, Inline, Line } from '../report.document.js';
import { plainText } from '../regional.reader.js';
import { acronymIn, joined, type Material } from '../report.material.js';
import { factItem, factLink } from './figures.js';
import { standingLine, statusLine } from './status.js';

const WORDS = {
  progress: { en: 'Progress', es: 'Avances' },
  challenges: { en: 'Challenges', es: 'Desafíos' },
  nextSteps: { en: 'Next steps', es: 'Próximos pasos' },
  support: { en: 'Support needed', es: 'Apoyo requerido' },
  revision: { en: 'Reason for the correction', es: 'Motivo de la corrección' },
  seeUpdate: { en: 'Update', es: 'Actualización' },
  revisionNumber: { en: (n: number) => `revision ${n}`, es: (n: number) => `revisión ${n}` },
  approved: { en: (day: string) => `approved on ${day}`, es: (day: string) => `aprobada el ${day}` },
  file: { en: 'file', es: 'archivo' },
};

/** Whether a commitment has anything to show beside its place in the annex: an update or facts. */
export const hasSomethingToShow = (commitment: SnapshotCommitment, material: Material): boolean =>
  material.index.update(commitment.id) !== undefined || toldHere(commitment, material).length > 0;

/** A commitment with what was reported on it: assessment, own words, facts and figures. */
export function commitmentBlock(commitment: SnapshotCommitment, material: Material): CommitmentBlock {
  const { index } = material;
  const update = index.update(commitment.id);
  const institutions = (role: string): string[] =>
    commitment.institutions
      .filter((each) => each.role === role)
      .map(
        ({ acronym, nameEn, nameEs }) =>
          acronymIn(acronym, material.lang) ?? (material.lang === 'en' ? nameEn : nameEs),
      );
  return {
    type: 'commitment',
    id: `commitment-${commitment.code}`,
    commitmentId: commitment.id,
    updateId: update?.id ?? null,
    code: commitment.code,
    title: material.said(commitment.titleEn, commitment.titleEs) ?? commitment.code,
    area: material.areaName(index.areaOf(commitment)),
    areaKey: index.sharedKey(index.areaOf(commitment)),
    lead: institutions('lead'),
    partners: institutions('partner'),
    status: update ? statusLine(update, material) : standingLine(commitment, material),
    trace: update ? traceLine(update, material) : [],
    prose: update ? proseOf(update, material) : [],
    evidence: (update?.evidence ?? []).map((item) => evidenceLine(item, material)),
    facts: toldHere(commitment, material).map((fact) => factItem(fact, material)),
    seeAlso: index.otherFactsOf(commitment.id).map((fact) => factLink(fact, material)),
  };
}

/** Stories have a place of their own at the end of the chapter. */
const toldHere = (commitment: SnapshotCommitment, { index }: Material) =>
  index.factsOf(commitment.id).filter(({ kind }) => kind !== 'story');

function proseOf(update: SnapshotUpdate, material: Material): CommitmentBlock['prose'] {
  const words = material.words(WORDS);
  return [
    material.prose(words.progress, update.narrativeEn, update.narrativeEs),
    material.prose(words.challenges, update.challengesEn, update.challengesEs),
    material.prose(words.nextSteps, update.nextStepsEn, update.nextStepsEs),
    material.prose(words.support, update.supportNeededEn, update.supportNeededEs),
    material.prose(words.revision, update.revisionReason, update.revisionReason),
  ].filter((prose) => prose !== null);
}

function traceLine(update: SnapshotUpdate, material: Material): Line {
  const words = material.words(WORDS);
  const parts: Inline[] = [{ kind: 'update', text: words.seeUpdate, updateId: update.id }];
  if (update.revision > 1) parts.push(words.revisionNumber(update.revision));
  if (update.approvedAt) parts.push(words.approved(material.formats.day(update.approvedAt)));
  return joined(parts, ' · ');
}

function evidenceLine(item: SnapshotUpdate['evidence'][number], material: Material): Inline {
  const title = material.said(item.titleEn, item.titleEs) ?? '';
  const said = {
    text: plainText(title),
    ...(typeof title === 'object' && title.kind === 'said' ? { lang: title.lang } : {}),
  };
  if (item.fileId !== null)
    return {
      kind: 'link',
      ...said,
      text: `${said.text} (${material.words(WORDS).file})`,
      href: `/api/evidence-files/${item.fileId}`,
    };
  return item.url !== null && /^https?:\/\//.test(item.url)
    ? { kind: 'link', ...said, href: item.url }
    : title;
}
