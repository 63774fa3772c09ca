import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { BothText } from '~/ui/BothText';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { SourceText } from '~/ui/SourceText';
import { useWhen } from '~/ui/use-when';
import { EditButton } from './EditButton';
import type { Edited } from './fields';
import { presidenciesQuery } from './queries';

interface PresidenciesProps {
  year: number;
  edit: ((edited: Edited) => void) | undefined;
}

/** Who held the Presidency when, by real days; those of the chosen year are marked. */
export function Presidencies({ year, edit }: PresidenciesProps) {
  const { t } = useTranslation();
  const names = useNames();
  const when = useWhen();
  const presidencies = useQuery(presidenciesQuery);
  const falls = (startsOn: string, endsOn: string | null | undefined) =>
    startsOn <= `${year}-12-31` && (endsOn == null || endsOn > `${year}-01-01`);
  return (
    <Panel
      title={t('regional.presidencies')}
      anchor="presidencies"
      aside={
        <EditButton
          edit={edit}
          edited={{ kind: 'presidency', row: null }}
          label={t('regional.add.presidency')}
        />
      }
    >
      <Loaded query={presidencies}>
        {(terms) => (
          <ol>
            {terms.map((term) => {
              const from = when(term.startsOn, term.startsPrecision);
              const until =
                term.endsOn == null ? t('regional.openEnd') : when(term.endsOn, term.endsPrecision ?? 'day');
              const name = `${names.state(term.stateCode)}: ${from} – ${until}`;
              return (
                <li key={term.id}>
                  {falls(term.startsOn, term.endsOn) ? <strong>{name}</strong> : name}{' '}
                  <EditButton edit={edit} edited={{ kind: 'presidency', row: term }} of={String(term.year)} />
                  <BothText of={term} name="note" />
                  <p className="soft">
                    <SourceText text={term.sources.join(' · ')} />
                  </p>
                </li>
              );
            })}
          </ol>
        )}
      </Loaded>
    </Panel>
  );
}
