import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';

/** Links to what shows that something is true. */
export function EvidenceList({ evidence }: { evidence: Schemas['EvidenceDto'][] }) {
  const { t } = useTranslation();
  if (evidence.length === 0) return null;
  return (
    <ul style={{ margin: '0.35rem 0 0', paddingLeft: '1.1rem' }}>
      {evidence.map((item, index) => (
        <li key={index}>
          {item.url ? (
            <a href={item.url} target="_blank" rel="noreferrer noopener">
              {item.title}
            </a>
          ) : (
            item.title
          )}{' '}
          <span className="soft">({t(`word.evidenceKind.${item.kind}`)})</span>
        </li>
      ))}
    </ul>
  );
}
