import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { LangTools } from '~/i18n/use-lang';
import { Percent } from '~/ui/Percent';
import { OutlookSign, StageSign } from '~/ui/Words';
import type { UpdateDetail } from './queries';

/** What an update says in one field, before and now. */
export interface ComparedField {
  name: string;
  label: string;
  changed: boolean;
  /** How far a number moved, in words. */
  change?: string;
  before?: ReactNode;
  now?: ReactNode;
  /** Of texts: both in one language, so that their words can be compared. */
  text?: { before: string; now: string; lang: 'en' | 'es' };
}

export const TEXTS = ['narrative', 'challenges', 'nextSteps', 'supportNeeded'] as const;

/** Every field that says something in one of two updates of a commitment, in the order of the form. */
export function comparedFields(
  now: UpdateDetail,
  before: UpdateDetail,
  t: TFunction,
  tools: LangTools,
): ComparedField[] {
  const marked = (update: UpdateDetail, field: 'stage' | 'outlook' | 'percent') =>
    update.illustrative.includes(field);
  const standing: ComparedField[] = [
    {
      name: 'stage',
      label: t('field.stage'),
      changed: now.stage !== before.stage,
      before: before.stage && <StageSign word={before.stage} illustrative={marked(before, 'stage')} />,
      now: now.stage && <StageSign word={now.stage} illustrative={marked(now, 'stage')} />,
    },
    {
      name: 'outlook',
      label: t('field.outlook'),
      changed: now.outlook !== before.outlook,
      before: before.outlook && (
        <OutlookSign word={before.outlook} illustrative={marked(before, 'outlook')} />
      ),
      now: now.outlook && <OutlookSign word={now.outlook} illustrative={marked(now, 'outlook')} />,
    },
    percentField('percent', t('field.percent'), [before.percent, now.percent], t, tools, [
      marked(before, 'percent'),
      marked(now, 'percent'),
    ]),
  ];
  const texts = TEXTS.map((name) => textField(name, t(`field.${name}`), before, now, tools)).filter(
    (field) => field !== null,
  );
  return [...standing, ...texts, ...milestones(now, before, t, tools)];
}

/** Both texts in the reader's language where both have it, else in the other one where both have that. */
function textField(
  name: (typeof TEXTS)[number],
  label: string,
  before: UpdateDetail,
  now: UpdateDetail,
  { lang, text }: LangTools,
): ComparedField | null {
  const said = (update: UpdateDetail, which: 'en' | 'es') =>
    update[`${name}${which === 'en' ? 'En' : 'Es'}`]?.trim() ?? '';
  const other = lang === 'en' ? 'es' : 'en';
  const shared = [lang, other].find(
    (which) => said(now, which as 'en') !== '' && said(before, which as 'en') !== '',
  );
  const pair = shared
    ? { before: said(before, shared as 'en'), now: said(now, shared as 'en'), lang: shared as 'en' | 'es' }
    : { before: text(before, name).trim(), now: text(now, name).trim(), lang };
  if (pair.before === '' && pair.now === '') return null;
  return { name, label, changed: pair.before !== pair.now, text: pair };
}

/** Milestones by their id, or by their title where the plan has a new version. */
function milestones(
  now: UpdateDetail,
  before: UpdateDetail,
  t: TFunction,
  tools: LangTools,
): ComparedField[] {
  return now.milestones.map((milestone) => {
    const earlier = before.milestones.find(
      (each) => each.milestoneId === milestone.milestoneId || each.titleEs === milestone.titleEs,
    );
    return percentField(
      `milestone ${milestone.milestoneId}`,
      `${t('compare.milestone')}: ${tools.text(milestone, 'title')}`,
      [earlier?.percent, milestone.percent],
      t,
      tools,
    );
  });
}

function percentField(
  name: string,
  label: string,
  [before = null, now = null]: (number | null | undefined)[],
  t: TFunction,
  { number }: LangTools,
  [markedBefore, markedNow]: boolean[] = [],
): ComparedField {
  const difference = now === null || before === null ? null : Number((now - before).toFixed(2));
  return {
    name,
    label,
    changed: now !== before,
    ...(difference === null ? {} : { change: t('compare.points', { points: signed(difference, number) }) }),
    before: <Percent value={before} illustrative={markedBefore ?? false} />,
    now: <Percent value={now} illustrative={markedNow ?? false} />,
  };
}

/** With its sign, so that nobody has to compare. */
export const signed = (value: number, number: LangTools['number']): string =>
  value > 0 ? `+${number(value)}` : value < 0 ? `−${number(-value)}` : number(0);
