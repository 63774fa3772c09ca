import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';

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
            <a href={`/api/evidence-files/${item.file.id}`} download={item.file.name}>
              {text(item, 'title')}
            </a>
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
