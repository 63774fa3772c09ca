import type { TFunction } from 'i18next';
import type { Side } from '~/ui/ConflictField';
import { bodyOf, type Draft, TEXTS, type TextName } from './draft';

export interface Difference {
  field: string;
  label: string;
  mine: string;
  other: string;
}

type Code = 'en' | 'es';
const CODES: Code[] = ['en', 'es'];

/** Where two drafts differ, in the words of the form. */
export function differences(mine: Draft, theirs: Draft, t: TFunction): Difference[] {
  const found: Difference[] = [];
  const compare = (field: string, label: string, a: string, b: string) => {
    if (a !== b) found.push({ field, label, mine: a, other: b });
  };
  compare(
    'stage',
    t('field.stage'),
    mine.stage ? t(`word.stage.${mine.stage}`) : '',
    theirs.stage ? t(`word.stage.${theirs.stage}`) : '',
  );
  compare(
    'outlook',
    t('field.outlook'),
    mine.outlook ? t(`word.outlook.${mine.outlook}`) : '',
    theirs.outlook ? t(`word.outlook.${theirs.outlook}`) : '',
  );
  compare('percent', t('field.percent'), mine.percent, theirs.percent);
  compare('milestones', t('commitment.milestones'), listed(mine.milestones), listed(theirs.milestones));
  for (const name of TEXTS)
    for (const code of CODES)
      compare(
        `${name}.${code}`,
        `${t(`field.${name}`)} (${code.toUpperCase()})`,
        mine.texts[name][code],
        theirs.texts[name][code],
      );
  compare('facts', t('update.facts'), said(bodyOf(mine).facts), said(bodyOf(theirs).facts));
  compare('evidence', t('update.evidence'), said(bodyOf(mine).evidence), said(bodyOf(theirs).evidence));
  return found;
}

/** The draft with the chosen side of every difference. */
export function merged(mine: Draft, theirs: Draft, sideOf: (field: string) => Side): Draft {
  const from = (field: string): Draft => (sideOf(field) === 'mine' ? mine : theirs);
  const text = (name: TextName) => ({
    en: from(`${name}.en`).texts[name].en,
    es: from(`${name}.es`).texts[name].es,
  });
  return {
    stage: from('stage').stage,
    outlook: from('outlook').outlook,
    percent: from('percent').percent,
    byMilestones: from('milestones').byMilestones,
    milestones: from('milestones').milestones,
    texts: {
      narrative: text('narrative'),
      challenges: text('challenges'),
      nextSteps: text('nextSteps'),
      supportNeeded: text('supportNeeded'),
    },
    facts: from('facts').facts,
    evidence: from('evidence').evidence,
    illustrative: mine.illustrative.filter((field) => theirs.illustrative.includes(field)),
  };
}

const listed = (milestones: Record<string, string>): string =>
  Object.entries(milestones)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([, percent]) => percent)
    .join(', ');

/** Facts and evidence by what people recognise them by. */
const said = (
  items:
    | {
        textEs?: string | null;
        textEn?: string | null;
        titleEs?: string | null;
        titleEn?: string | null;
        figures?: unknown[] | null;
      }[]
    | null
    | undefined,
): string =>
  (items ?? [])
    .map(
      (item) =>
        `• ${item.titleEs ?? item.titleEn ?? item.textEs ?? item.textEn ?? ''}${item.figures?.length ? ` (${item.figures.map((figure) => valueIn(figure)).join(', ')})` : ''}`,
    )
    .join('\n');

const valueIn = (figure: unknown): string =>
  typeof figure === 'object' && figure !== null && 'value' in figure && typeof figure.value === 'number'
    ? String(figure.value)
    : '–';
