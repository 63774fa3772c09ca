import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { Institutions } from '~/ui/Institutions';
import { Facts, Panel } from '~/ui/Panel';
import { SourceText } from '~/ui/SourceText';

type Team = Schemas['TeamDto'];

/** Who leads in which years, who belongs and advises, and what shall come about. */
export function TeamAbout({ team }: { team: Team }) {
  const { t } = useTranslation();
  const { text, list } = useLang();
  const names = useNames();
  const states = team.members
    .filter(({ kind }) => kind === 'state')
    .map(({ stateCode }) => names.state(stateCode));
  const cities = team.members
    .filter(({ kind }) => kind === 'city')
    .map((city) => `${text(city, 'name')} (${city.stateCode})`);
  const advisors = (role: 'panel' | 'expert') => team.advisors.filter((each) => each.role === role);
  return (
    <>
      <Panel title={t('team.leads')}>
        <ol>
          {team.leads.map((lead, place) => (
            <li key={place}>
              <strong>{period(lead)}</strong> {text(lead, 'name')}
              {lead.institutionKey && <Institutions keys={[lead.institutionKey]} />}
              {lead.institutionKey && lead.institutionBasis === 'inferred' && (
                <span className="soft"> ({t('team.inferred')})</span>
              )}
            </li>
          ))}
        </ol>
      </Panel>
      <Panel title={t('team.who')}>
        <Facts
          rows={[
            [t('team.states'), list(states) || t('team.notStated')],
            ...(cities.length > 0 ? [[t('team.cities'), list(cities)] as [string, string]] : []),
            ...(advisors('panel').length > 0
              ? [
                  [t('team.panel'), <Advisors key="panel" of={advisors('panel')} />] as [
                    string,
                    React.ReactNode,
                  ],
                ]
              : []),
            [t('team.experts'), <Advisors key="experts" of={advisors('expert')} />],
          ]}
        />
      </Panel>
      {team.results.length + team.conditions.length > 0 && (
        <Panel title={t('team.theory')}>
          <Points title={t('team.results')} items={team.results} />
          <Points title={t('team.conditions')} items={team.conditions} />
        </Panel>
      )}
      <Panel title={t('team.sources')}>
        <ul>
          {(team.sources ?? []).map((source) => (
            <li key={source}>
              <SourceText text={source} />
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

/** Advisors, those of later years with the year in which they join. */
function Advisors({ of }: { of: Team['advisors'] }) {
  const { t } = useTranslation();
  const years = [...new Set(of.map(({ sinceYear }) => sinceYear ?? null))];
  if (of.length === 0) return t('team.notStated');
  return years.map((year) => (
    <div key={year}>
      {year !== null && `${t('team.since', { year })}: `}
      <Institutions
        keys={of
          .filter((each) => (each.sinceYear ?? null) === year)
          .map(({ institutionKey }) => institutionKey)}
      />
    </div>
  ));
}

/** A titled list of texts in both languages; nothing when it is empty. */
export function Points({ title, items }: { title: string; items: { en: string; es: string }[] }) {
  const { lang } = useLang();
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {items.map((item, place) => (
          <li key={place}>{item[lang]}</li>
        ))}
      </ul>
    </>
  );
}

/** "2022–2024", or the days when they are known. */
function period(lead: Team['leads'][number]): string {
  const told = (on: string, precision: string) =>
    precision === 'day' ? on : on.slice(0, precision === 'month' ? 7 : 4);
  const from = told(lead.fromOn, lead.fromPrecision);
  const to = lead.toOn ? told(lead.toOn, lead.toPrecision ?? 'day') : '';
  return from === to ? from : `${from}–${to}`;
}
