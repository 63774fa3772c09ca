import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';

type EvidenceFile = Schemas['EvidenceFileView'];
type Evidence = Schemas['EvidenceDto'] & { file?: Schemas['EvidenceFileView'] | null };

/** What shows that something is true: links, and files to download. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  const { t } = useTranslation();
  const { text, bytes } = useLang();
  if (evidence.length === 0) return null;
  return (
    <ul style={{ margin: '0.35rem 0 0', paddingLeft: '1.1rem' }}>
      {evidence.map((item, index) => (
        <li key={index}>
          {item.file ? (
            <FileName file={item.file} title={text(item, 'title')} />
          ) : (
            <a href={item.url ?? undefined} target="_blank" rel="noreferrer noopener nofollow">
              {text(item, 'title')}
            </a>
          )}{' '}
          <span className="soft">
            (
            {[
              t(`word.evidenceKind.${item.kind}`),
              ...(item.file ? [item.file.name, bytes(item.file.bytes)] : []),
            ].join(', ')}
            )
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A file to download, or its name alone while it waits on this device for a network. */
export function FileName({ file, title = file.name }: { file: EvidenceFile; title?: string }) {
  if (file.id === '') return <>{title}</>;
  return (
    <a href={`/api/evidence-files/${file.id}`} download={file.name}>
      {title}
    </a>
  );
}
