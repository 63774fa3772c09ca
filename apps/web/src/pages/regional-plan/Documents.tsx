import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { SourceText } from '~/ui/SourceText';
import { useWhen } from '~/ui/use-when';
import { EditButton } from './EditButton';
import type { Edited } from './fields';
import { documentsQuery, type RegionalDocument } from './queries';

/** Declarations, the Statutory Charter and resolutions. */
export function Documents({ edit }: { edit: ((edited: Edited) => void) | undefined }) {
  const { t } = useTranslation();
  const documents = useQuery(documentsQuery);
  return (
    <Panel
      anchor="documents"
      title={t('regional.documents')}
      aside={
        <EditButton edit={edit} edited={{ kind: 'document', row: null }} label={t('regional.add.document')} />
      }
    >
      <Loaded query={documents}>
        {(rows) => (
          <ul>
            {rows.map((document) => (
              <Item key={document.key} document={document} edit={edit} />
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}

function Item({
  document,
  edit,
}: {
  document: RegionalDocument;
  edit: ((edited: Edited) => void) | undefined;
}) {
  const { t } = useTranslation();
  const { text, lang } = useLang();
  const when = useWhen();
  const { adoptedOn, adoptedPrecision, url } = document;
  const title = text(document, 'title');
  const known = [
    t(`regional.kindWord.${document.kind}`),
    adoptedOn ? when(adoptedOn, adoptedPrecision ?? 'day') : t('regional.notStated'),
    text(document, 'place'),
  ].filter((each) => each !== '');
  return (
    <li id={`document-${document.key}`}>
      <strong>{title}</strong> · {known.join(' · ')} ·{' '}
      {url ? <SourceText text={url} /> : <span className="soft">{t('regional.noCopy')}</span>}{' '}
      <EditButton edit={edit} edited={{ kind: 'document', row: document }} of={title} />
      {document.content.length > 0 && (
        <ul>
          {document.content.map((point) => (
            <li key={point.en}>{point[lang]}</li>
          ))}
        </ul>
      )}
      <BothText of={document} name="note" />
      <p className="soft">
        <SourceText text={document.sources.join(' · ')} />
      </p>
    </li>
  );
}
