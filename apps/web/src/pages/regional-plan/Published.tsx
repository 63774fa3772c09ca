import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { Panel } from '~/ui/Panel';
import { SourceText } from '~/ui/SourceText';
import { EditButton } from './EditButton';
import type { Edited } from './fields';
import { acronymsQuery, countsQuery } from './queries';

interface EditableProps {
  edit: ((edited: Edited) => void) | undefined;
}

/** How many commitments the States published, and what other sources count. */
export function PublishedCounts({ edit }: EditableProps) {
  const { t } = useTranslation();
  const { text, number, list } = useLang();
  const names = useNames();
  const counts = useQuery(countsQuery).data ?? [];
  if (counts.length === 0 && !edit) return null;
  return (
    <Panel
      title={t('regional.counts')}
      anchor="counts"
      aside={<EditButton edit={edit} edited={{ kind: 'count', row: null }} label={t('regional.add.count')} />}
    >
      <ul>
        {counts.map((count) => (
          <li key={count.place}>
            <strong>{count.place === 'REG' ? t('regional.region') : names.state(count.place)}</strong>
            {count.published != null && `: ${number(count.published)}`}
            {count.areaSplit.length > 0 &&
              ` (${list(count.areaSplit.map((part) => `${text(part, 'label')} ${number(part.count)}`))})`}
            {count.otherTotals.map((total) => (
              <div key={total.source}>
                {total.qualifier === 'more_than' && `${t('word.qualifier.more_than')} `}
                {number(total.value)} · {text(total, 'text')} · <SourceText text={total.source} />
              </div>
            ))}
            <EditButton
              edit={edit}
              edited={{ kind: 'count', row: count }}
              of={count.place === 'REG' ? t('regional.region') : names.state(count.place)}
            />
            <BothText of={count} name="caveat" />
            <p className="soft">
              <SourceText text={count.sources.join(' · ')} />
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What acronyms mean; one may mean different things in different States. */
export function Acronyms({ edit }: EditableProps) {
  const { t } = useTranslation();
  const { text } = useLang();
  const names = useNames();
  const acronyms = useQuery(acronymsQuery).data ?? [];
  if (acronyms.length === 0 && !edit) return null;
  return (
    <Panel
      title={t('regional.acronyms')}
      anchor="acronyms"
      aside={
        <EditButton edit={edit} edited={{ kind: 'acronym', row: null }} label={t('regional.add.acronym')} />
      }
    >
      <details>
        <summary>{t('regional.showAcronyms', { count: acronyms.length })}</summary>
        <ul>
          {acronyms.map((entry) => (
            <li key={`${entry.place} ${entry.acronym}`}>
              <strong>{entry.acronym}</strong> · {text(entry, 'term')} ·{' '}
              {entry.place === 'REG' ? t('regional.region') : names.state(entry.place)}
              <EditButton
                edit={edit}
                edited={{ kind: 'acronym', row: entry }}
                of={`${entry.place} ${entry.acronym}`}
              />
              <BothText of={entry} name="note" />
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  );
}
