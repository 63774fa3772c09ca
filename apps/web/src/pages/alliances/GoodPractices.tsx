import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { areasQuery, statesQuery, useNames } from '~/api/reference';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { EmptyList } from '~/ui/EmptyList';
import { Filters } from '~/ui/Filters';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { SourceText } from '~/ui/SourceText';
import { type Practice, practicesQuery } from './queries';
import type { AllianceSearch } from './route';

interface GoodPracticesProps {
  search: AllianceSearch;
  onSearch: (search: AllianceSearch) => void;
}

/** The inventory of good practices, narrowed by State, theme and who adopted them. */
export function GoodPractices({ search, onSearch }: GoodPracticesProps) {
  const { t } = useTranslation();
  const { text } = useLang();
  const me = useMe();
  const { year, ...narrowed } = search;
  const practices = useQuery(practicesQuery(narrowed));
  const states = (useQuery(statesQuery).data ?? []).map((state) => ({
    value: state.code,
    label: text(state, 'name'),
  }));
  const areas = (useQuery(areasQuery).data ?? []).map((area) => ({
    value: area.key,
    label: text(area, 'name'),
  }));
  return (
    <Panel
      title={t('alliance.practices')}
      aside={
        may(me, 'good_practice.write') && (
          <Button
            size="compact-sm"
            variant="default"
            renderRoot={(props) => <Link {...props} to="/alliances/practices/new" />}
          >
            {t('alliance.newPractice')}
          </Button>
        )
      }
    >
      <Filters
        search={narrowed}
        choices={[
          { name: 'state', label: t('field.state'), options: states },
          { name: 'area', label: t('alliance.theme'), options: areas },
          { name: 'adoptedBy', label: t('alliance.adoptedBy'), options: states },
        ]}
        onChange={(next) => onSearch(year === undefined ? next : { ...next, year })}
      />
      <Loaded query={practices}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyList search={narrowed} none={t('alliance.noPractices')} />
          ) : (
            <ul>
              {rows.map((practice) => (
                <PracticeItem key={practice.id} practice={practice} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}

function PracticeItem({ practice }: { practice: Practice }) {
  const { t } = useTranslation();
  const { text, list } = useLang();
  const names = useNames();
  const adopters = practice.adoptions.map(({ stateCode, year }) =>
    year == null ? names.state(stateCode) : `${names.state(stateCode)} (${year})`,
  );
  return (
    <li>
      <strong>{text(practice, 'title')}</strong> · {names.state(practice.stateCode)} ·{' '}
      {names.area(practice.areaKey)} · {practice.year}
      {practice.mayWrite && (
        <>
          {' · '}
          <Link to="/alliances/practices/$id" params={{ id: practice.id }}>
            {t('action.edit')}
          </Link>
        </>
      )}
      <BothText of={practice} name="text" />
      {adopters.length > 0 && (
        <p>
          {t('alliance.adoptedBy')}: {list(adopters)}
        </p>
      )}
      <p className="soft">
        {practice.commitments.length > 0 && `${practice.commitments.join(', ')} · `}
        <SourceText text={practice.sources.join(' · ')} />
      </p>
    </li>
  );
}
