import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { may, type Permission, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { ImportForm } from './ImportForm';
import { importKindsQuery } from './queries';

const route = getRouteApi('/app/imports');

/** Rows from a file, for every kind that this person may bring. */
export function ImportsPage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const me = useMe();
  const { kind } = route.useSearch();
  const navigate = route.useNavigate();
  const kinds = useQuery(importKindsQuery);
  return (
    <>
      <PageTitle title={t('nav.imports')} />
      <Loaded query={kinds}>
        {(all) => {
          const mine = all.filter(({ permission }) => may(me, permission as Permission));
          const chosen = mine.find((each) => each.kind === kind) ?? mine[0];
          if (!chosen) return <EmptyState text={t('import.none')} />;
          return (
            <>
              <NativeSelect
                label={t('import.kind')}
                value={chosen.kind}
                data={mine.map((each) => ({ value: each.kind, label: text(each, 'about') }))}
                onChange={(event) => void navigate({ search: { kind: event.currentTarget.value } })}
              />
              <ImportForm key={chosen.kind} kind={chosen} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}
