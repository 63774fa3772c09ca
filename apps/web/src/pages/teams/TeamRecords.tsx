import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { institutionsQuery, useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { productsQuery, sessionsQuery } from './queries';
import { useWhen } from './when';

interface TeamRecordsProps {
  team: string;
  year: number;
  /** Whether the person may change them. */
  works: boolean;
}

/** Sessions with agenda and attendance, and products, of a team in a year. */
export function TeamRecords({ team, year, works }: TeamRecordsProps) {
  const { t } = useTranslation();
  const { text, list, lang, number } = useLang();
  const when = useWhen();
  const names = useNames();
  const institutions = useQuery(institutionsQuery).data?.items ?? [];
  const institution = (key: string): string => {
    const found = institutions.find((each) => each.key === key);
    return found ? (found.acronym ?? text(found, 'name')) : key;
  };
  return (
    <>
      <Panel
        anchor="sessions"
        title={t('team.sessions')}
        aside={
          works && (
            <Link to="/teams/$key/$year/sessions/new" params={{ key: team, year: String(year) }}>
              {t('team.newSession')}
            </Link>
          )
        }
      >
        <Loaded query={useQuery(sessionsQuery(team, year))}>
          {(sessions) =>
            sessions.length === 0 ? (
              <EmptyState text={t('team.noSessions')} />
            ) : (
              <ul>
                {sessions.map((session) => (
                  <li key={session.id}>
                    <strong>{text(session, 'title')}</strong>{' '}
                    {works && (
                      <Link
                        to="/team-sessions/$id/edit"
                        params={{ id: session.id }}
                        aria-label={`${t('action.edit')}: ${text(session, 'title')}`}
                      >
                        {t('action.edit')}
                      </Link>
                    )}
                    <div className="soft">
                      {[when(session), text(session, 'place')].filter(Boolean).join(' · ')}
                    </div>
                    {session.agenda.length > 0 && (
                      <div>
                        {t('team.agenda')}: {session.agenda.map((point) => point[lang]).join('; ')}
                      </div>
                    )}
                    {session.attendance.length > 0 && (
                      <div>
                        {t('team.attendance')}:{' '}
                        {list(
                          session.attendance.map((who) => {
                            const name = who.institutionKey
                              ? institution(who.institutionKey)
                              : text(who, 'name') || names.state(who.stateCode ?? '');
                            return who.people ? `${name} (${who.people})` : name;
                          }),
                        )}
                      </div>
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Panel>
      <Panel
        title={t('team.products')}
        aside={
          works && (
            <Link to="/teams/$key/$year/products/new" params={{ key: team, year: String(year) }}>
              {t('team.newProduct')}
            </Link>
          )
        }
      >
        <Loaded query={useQuery(productsQuery(team, year))}>
          {(products) =>
            products.length === 0 ? (
              <EmptyState text={t('team.noProducts')} />
            ) : (
              <ul>
                {products.map((product) => (
                  <li key={product.id}>
                    {product.url ? (
                      <a href={product.url}>{text(product, 'title')}</a>
                    ) : (
                      text(product, 'title')
                    )}{' '}
                    {product.file && (
                      <a href={`/api/team-products/${product.id}/file`} download>
                        {t('team.download', {
                          name: product.file.name,
                          size: number(Math.max(0.1, Math.round(product.file.bytes / 104_857.6) / 10)),
                        })}
                      </a>
                    )}{' '}
                    {works && (
                      <Link
                        to="/team-products/$id/edit"
                        params={{ id: product.id }}
                        aria-label={`${t('action.edit')}: ${text(product, 'title')}`}
                      >
                        {t('action.edit')}
                      </Link>
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}
