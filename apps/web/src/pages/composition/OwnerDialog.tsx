import { Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { statesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { teamsQuery } from '~/pages/teams/queries';
import { Dialog } from '~/ui/Dialog';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { type SectionRow, useAssign } from './queries';

interface OwnerDialogProps {
  cycleKey: string;
  section: SectionRow;
  onClose: () => void;
}

/** Who answers for a section: the Secretariat, the Presidency, a State or a team. */
export function OwnerDialog({ cycleKey, section, onClose }: OwnerDialogProps) {
  const { t } = useTranslation();
  const { lang, text } = useLang();
  const states = useQuery(statesQuery).data ?? [];
  const teams = useQuery(teamsQuery).data ?? [];
  const assign = useAssign(cycleKey, section);
  const [chosen, setChosen] = useState(`${section.desk}:${section.stateCode ?? section.teamKey ?? ''}`);
  const options = [
    { value: 'secretariat:', label: t('composition.desk.secretariat') },
    { value: 'presidency:', label: t('composition.desk.presidency') },
    ...states.map((state) => ({ value: `state:${state.code}`, label: text(state, 'name') })),
    ...teams.map((team) => ({ value: `team:${team.key}`, label: text(team, 'name') })),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [desk = '', of = ''] = chosen.split(':');
    const owner =
      desk === 'state'
        ? ({ desk, stateCode: of } as const)
        : desk === 'team'
          ? ({ desk, teamKey: of } as const)
          : ({ desk: desk === 'presidency' ? 'presidency' : 'secretariat' } as const);
    assign.mutate(owner, { onSuccess: onClose });
  };
  return (
    <Dialog title={section.title[lang]} onClose={onClose}>
      <form onSubmit={submit}>
        <NativeSelect
          label={t('composition.owner')}
          value={chosen}
          data={options}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        {assign.isError && <ProblemAlert error={assign.error} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={assign.isPending}>
            {t('composition.changeOwner')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
