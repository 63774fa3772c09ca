import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useNames } from '~/api/reference';
import { roleLine } from '~/app/role-line';
import type { Me } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { KINDS } from '~/pages/reports/kinds';
import { useCycleName } from '~/ui/cycle-name';
import type { Notification } from './queries';

type Kind = Notification['kind'];
type News = Schemas['NewsDto'];
type Role = Me['roles'][number]['role'];

/** These stand by themselves, however many there are. */
type Single = 'updates_due' | 'delegation_got';
const isSingle = (kind: Kind): kind is Single => kind === 'updates_due' || kind === 'delegation_got';

/** What one piece of news says, and what several say that are told as one. */
export function useWords() {
  const { t } = useTranslation();
  const { day, instant } = useLang();
  const cycleName = useCycleName();
  const names = useNames();
  const reportWord = (kind: string, subject: string): string => {
    const known = KINDS.find((each) => each === kind);
    const about = known === 'state' ? names.state(subject) : known === 'area' ? names.area(subject) : subject;
    return known ? [t(`reports.kind.${known}`), about].filter(Boolean).join(': ') : '';
  };
  const said = ({ about }: News, name: string): string => String(about[name] ?? '');
  const cycleOf = (news: News): string => (said(news, 'cycle') ? cycleName(said(news, 'cycle')) : '');
  const stateOf = (news: News): string => names.state(said(news, 'state'));
  const roleOf = (news: News): string =>
    roleLine(t, { roles: [{ role: said(news, 'role') as Role, stateCode: said(news, 'state') || null }] });

  const one = (kind: Kind, news: News): string =>
    t(`notification.${kind}`, {
      code: said(news, 'code'),
      cycle: cycleOf(news),
      state: stateOf(news),
      team: said(news, 'team'),
      role: said(news, 'role') && roleOf(news),
      format: said(news, 'format').toUpperCase(),
      report: reportWord(said(news, 'report'), said(news, 'subject')),
      count: Number(news.about['count'] ?? 0),
      due: said(news, 'due') && day(said(news, 'due')),
      until: said(news, 'to') && instant(said(news, 'to')),
    });
  const several = ({ kind, count, ...news }: Notification): string =>
    isSingle(kind)
      ? one(kind, news)
      : t(`notificationBundle.${kind}`, { count, cycle: cycleOf(news), state: stateOf(news) });
  return { one, several };
}
