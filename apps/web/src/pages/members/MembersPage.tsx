import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { Panel } from '~/ui/Panel';
import { Invitations } from '../users/Invitations';
import { InviteDialog } from '../users/InviteDialog';
import { MembersTable } from './MembersTable';
import { membersQuery } from './queries';
import { isMember } from './roles';
import { Unassigned } from './Unassigned';

const route = getRouteApi('/app/states/$code/members');

/** A State's National Technical Team: who is in it, who was asked in, and what nobody looks after. */
export function MembersPage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const names = useNames();
  const team = useQuery(membersQuery(code));
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <PageTitle
        title={t('member.team')}
        over={
          <Link to="/states/$code" params={{ code }} search={{}}>
            {names.state(code)}
          </Link>
        }
      >
        <Button onClick={() => setInviting(true)}>{t('users.invite')}</Button>
      </PageTitle>
      {inviting && <InviteDialog stateCode={code} onClose={() => setInviting(false)} />}
      <Loaded query={team}>
        {({ members, unassigned }) => {
          const present = members.filter(isMember);
          const former = members.filter((each) => !isMember(each));
          return (
            <>
              <Unassigned stateCode={code} commitments={unassigned} />
              <Panel title={t('member.present', { count: present.length })}>
                <MembersTable stateCode={code} members={present} caption={t('member.team')} />
              </Panel>
              <Invitations stateCode={code} />
              {former.length > 0 && (
                <Panel title={t('member.former')}>
                  <MembersTable stateCode={code} members={former} caption={t('member.former')} />
                </Panel>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}
