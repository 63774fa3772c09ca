import { useEffect } from 'react';
import { api } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { type EvidenceDraft, newKey } from '../draft';
import { AddEvidence } from './AddEvidence';
import { EvidenceItem } from './EvidenceItem';
import { UploadList } from './UploadList';
import { type Place, type SentFile, useUploads } from './use-uploads';

interface EvidenceFieldsProps {
  evidence: EvidenceDraft[];
  place: Place;
  onChange: (next: (now: EvidenceDraft[]) => EvidenceDraft[]) => void;
  onUploading: (uploading: boolean) => void;
}

/** What shows that it is true: links, and files that go up as soon as they are chosen. */
export function EvidenceFields({ evidence, place, onChange, onUploading }: EvidenceFieldsProps) {
  const { lang } = useLang();
  const named = (file: SentFile): EvidenceDraft => {
    const title = file.name.replace(/\.[a-z]+$/, '');
    return {
      key: newKey(),
      kind: 'file',
      fileId: file.id,
      file,
      ...(lang === 'en' ? { titleEn: title } : { titleEs: title }),
    };
  };
  const { uploads, add, again, forget } = useUploads(place, (file) =>
    onChange((now) => [...now, named(file)]),
  );
  const uploading = uploads.some(({ problem }) => problem === null);
  useEffect(() => onUploading(uploading), [uploading, onUploading]);

  const remove = ({ key, fileId }: EvidenceDraft) => {
    onChange((now) => now.filter((each) => each.key !== key));
    // One that was never saved goes at once; one that is still named stays until nothing names it.
    if (fileId)
      void api
        .DELETE('/api/evidence-files/{id}', { params: { path: { id: fileId } } })
        .catch(() => undefined);
  };
  return (
    <>
      {evidence.map((item, index) => (
        <EvidenceItem
          key={item.key}
          item={item}
          index={index}
          onChange={(change) =>
            onChange((now) => now.map((each) => (each.key === item.key ? { ...each, ...change } : each)))
          }
          onRemove={() => remove(item)}
        />
      ))}
      <UploadList uploads={uploads} onAgain={again} onForget={forget} />
      <AddEvidence
        onFiles={add}
        onLink={() => onChange((now) => [...now, { key: newKey(), kind: 'link', url: '' }])}
      />
    </>
  );
}
