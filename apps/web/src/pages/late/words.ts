import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import type { Table } from '~/ui/chart/files';
import { deliveryOf } from './late';
import type { LateCommitment, ReminderRound } from './queries';

export interface LateWords {
  /** Whose turn it is, one text a person or institution; empty when it is nobody's. */
  waitsFor: (item: LateCommitment) => string[];
  /** "Updates due, day −7: Ana Pérez". */
  round: (round: ReminderRound) => string;
  /** The commitments for a spreadsheet, reminders in one cell each. */
  table: (items: LateCommitment[]) => Table;
}

/** What is late in words, the same on the page and in its file. */
export function useLateWords(): LateWords {
  const { t } = useTranslation();
  const { text, list, instant } = useLang();
  const names = useNames();
  const institution = (of: { acronym?: string | null; nameEn?: string | null; nameEs?: string | null }) =>
    of.acronym ?? text(of, 'name');
  const waitsFor = (item: LateCommitment): string[] =>
    item.status === 'submitted'
      ? [t('late.coordination', { state: names.state(item.stateCode) })]
      : item.focalPoints.map((person) => {
          const from = institution(person) || list(item.leads.map(institution));
          const name = person.name ?? (from || t('late.somebody'));
          const who = person.name && from ? `${name} (${from})` : name;
          return person.stopped ? t('late.stopped', { who }) : who;
        });
  const round = ({ kind, offsetDays, people, names: known }: ReminderRound): string =>
    t('late.round', {
      kind: t(`reminders.kind.${kind}`),
      day: offsetDays > 0 ? `+${offsetDays}` : `${offsetDays}`.replace('-', '−'),
      who: known.length > 0 ? list(known) : t('late.people', { count: people }),
    });
  return {
    waitsFor,
    round,
    table: (items) => ({
      head: [
        t('late.commitment'),
        t('late.what'),
        t('field.state'),
        t('field.area'),
        t('late.status'),
        t('late.dueOn'),
        t('late.daysLate'),
        t('late.waitsFor'),
        t('late.reminders'),
        t('late.which'),
      ],
      rows: items.map((item) => [
        item.code,
        text(item, 'title'),
        names.state(item.stateCode),
        names.area(item.areaKey),
        t(`late.word.${item.status}`),
        item.dueOn,
        item.daysLate,
        list(waitsFor(item)),
        item.reminders.length,
        item.reminders
          .map((each) => `${instant(each.at)}: ${round(each)} (${t(`late.delivery.${deliveryOf(each)}`)})`)
          .join('; '),
      ]),
    }),
  };
}
