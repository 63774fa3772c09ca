import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { institutionsQuery, useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { EndDialog, RenewDialog } from './RoleDialogs';
import type { Member, MemberRole } from './queries';
import { RoleActions } from './RoleActions';
import { type Chosen, holdsStill, lastDay } from './roles';

interface MembersTableProps {
  stateCode: string;
  members: Member[];
  caption: string;
}

/** People of a team: their role, until when it holds, when they were last seen and what they report on. */
export function MembersTable({ stateCode, members, caption }: MembersTableProps) {
  const [chosen, setChosen] = useState<Chosen>();
  const columns = useColumns(stateCode, setChosen);
  const close = () => setChosen(undefined);
  return (
    <>
      <DataTable
        caption={caption}
        rows={members}
        columns={columns}
        keyOf={({ userId }) => userId}
        address="sort"
      />
      {chosen?.what === 'end' && <EndDialog stateCode={stateCode} {...chosen} onClose={close} />}
      {chosen?.what === 'renew' && <RenewDialog stateCode={stateCode} {...chosen} onClose={close} />}
    </>
  );
}

function useColumns(stateCode: string, onChoose: (chosen: Chosen) => void): Column<Member>[] {
  const { t } = useTranslation();
  const { instant, text, day } = useLang();
  const { timeZone } = useNames();
  const zone = timeZone(stateCode);
  const institutions = new Map(useQuery(institutionsQuery).data?.items.map((each) => [each.id, each]));
  const institutionOf = ({ institutionId }: MemberRole): string => {
    const found = institutions.get(institutionId ?? '');
    return found ? ` · ${found.acronym ?? text(found, 'name')}` : '';
  };
  return [
    {
      id: 'name',
      header: t('account.name'),
      names: true,
      cell: ({ name, email }) => (
        <>
          {name}
          <br />
          <a href={`mailto:${email}`} style={{ fontWeight: 400 }}>
            {email}
          </a>
        </>
      ),
      sort: ({ name }) => name,
    },
    {
      id: 'role',
      header: t('users.role'),
      cell: ({ roles }) =>
        shownOf(roles).map((role) => (
          <div key={role.id}>
            {t(`role.${role.role}`)}
            {institutionOf(role)}
            <br />
            <span className="soft">
              {role.validTo
                ? t(holdsStill(role) ? 'member.until' : 'member.ended', {
                    day: day(lastDay(role.validTo, zone)),
                  })
                : t('member.open')}
            </span>
          </div>
        )),
    },
    {
      id: 'seen',
      header: t('member.lastSeen'),
      cell: ({ invited, lastSeenAt }) =>
        invited ? t('member.notYet') : lastSeenAt ? instant(lastSeenAt) : t('member.nowhere'),
      sort: ({ lastSeenAt }) => lastSeenAt ?? null,
    },
    {
      id: 'commitments',
      header: t('member.commitments'),
      cell: ({ commitments }) =>
        commitments.length === 0 ? (
          '–'
        ) : (
          <span>
            {commitments.map(({ commitmentId, code }, at) => (
              <span key={commitmentId}>
                {at > 0 && ', '}
                <Link to="/commitments/$id" params={{ id: commitmentId }}>
                  {code}
                </Link>
              </span>
            ))}
          </span>
        ),
      sort: ({ commitments }) => commitments.length,
    },
    {
      id: 'actions',
      header: t('member.actions'),
      cell: (member) => <RoleActions member={member} roles={shownOf(member.roles)} onChoose={onChoose} />,
    },
  ];
}

/** What holds or will; of who left, the last role. */
function shownOf(roles: MemberRole[]): MemberRole[] {
  const present = roles.filter(holdsStill);
  return present.length > 0 ? present : roles.slice(-1);
}
