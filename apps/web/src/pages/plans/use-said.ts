import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { groupName } from '~/ui/group-name';
import type { Compared } from './plan-changes';
import type { PlanCommitment } from './queries';

/** What a plan version says of a commitment in one field, in words. */
export function useSaid(): (of: PlanCommitment, name: Compared) => string {
  const { t } = useTranslation();
  const { text, day, number, list } = useLang();
  const names = useNames();
  const inWords = (of: PlanCommitment, name: Compared): string => {
    switch (name) {
      case 'areaKey':
        return names.area(of.areaKey);
      case 'targetGroups':
        return list((of.targetGroups ?? []).map((group) => groupName(t, group)));
      case 'startsOn':
      case 'dueOn':
        return day(of[name]);
      case 'continuous':
        return t(of.continuous ? 'commitment.continuous' : 'plan.dated');
      case 'priority':
        return t(`plan.priorityWord.${of.priority ?? 'normal'}`);
      case 'weight':
        return typeof of.weight === 'number' ? number(of.weight, 3) : '';
      case 'institutions':
        return list(
          (of.institutions ?? []).map(
            (each) => `${each.acronym ?? text(each, 'name')} (${t(`plan.roleWord.${each.role}`)})`,
          ),
        );
      case 'milestones':
        return (of.milestones ?? [])
          .map((each) => (each.dueOn ? `${text(each, 'title')} (${day(each.dueOn)})` : text(each, 'title')))
          .join(' · ');
      default:
        return of[name] ?? '';
    }
  };
  return (of, name) => inWords(of, name) || t('conflict.nothing');
}
