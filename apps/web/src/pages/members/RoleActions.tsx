import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Member, MemberRole } from './queries';
import { type Chosen, holdsStill } from './roles';

interface RoleActionsProps {
  member: Member;
  roles: MemberRole[];
  onChoose: (chosen: Chosen) => void;
}

/** Ends the role of a focal point, or gives it anew; those of coordinators are an administrator's to give and to end. */
export function RoleActions({ member, roles, onChoose }: RoleActionsProps) {
  const { t } = useTranslation();
  return roles
    .filter(({ role }) => role === 'focal_point')
    .map((role) => {
      const what = holdsStill(role) ? 'end' : 'renew';
      return (
        <Button
          key={role.id}
          size="compact-sm"
          variant="default"
          miw="max-content"
          aria-label={`${t(`member.${what}`)}: ${member.name}`}
          onClick={() => onChoose({ what, member, role })}
        >
          {t(`member.${what}`)}
        </Button>
      );
    });
}
