import { useEffect, useState } from 'react';
import { api } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { forgetFile, onFileSent, type SentFile } from '~/outbox/kept-files';
import { type EvidenceDraft, newKey } from '../draft';
import { AddEvidence } from './AddEvidence';
import { EvidenceItem } from './EvidenceItem';
import { UploadList } from './UploadList';
import { type Place, useUploads } from './use-uploads';

interface EvidenceFieldsProps {
  evidence: EvidenceDraft[];
  place: Place;
  onChange: (next: (now: EvidenceDraft[]) => EvidenceDraft[]) => void;
  onUploading: (uploading: boolean) => void;
}

/** What shows that it is true: links, and files that go up as soon as they are chosen. */
export function EvidenceFields({ evidence, place, onChange, onUploading }: EvidenceFieldsProps) {
  const { lang } = useLang();
  const [gone, setGone] = useState<ReadonlyMap<string, SentFile>>(new Map());
  useEffect(() => onFileSent((key, sent) => setGone((now) => new Map(now).set(key, sent))), []);
  const append = (name: string, more: Partial<EvidenceDraft>) => {
    const title = name.replace(/\.[a-z]+$/, '');
    const item: EvidenceDraft = { key: newKey(), kind: 'file', ...more };
    onChange((now) => [...now, { ...item, ...(lang === 'en' ? { titleEn: title } : { titleEs: title }) }]);
  };
  const { uploads, add, again, forget } = useUploads(place, {
    onSent: (file) => append(file.name, { fileId: file.id, file }),
    onKept: ({ name, size, type }, waits) =>
      append(name, { waits, file: { id: '', name, bytes: size, contentType: type } }),
  });
  const uploading = uploads.some(({ problem }) => problem === null);
  useEffect(() => onUploading(uploading), [uploading, onUploading]);

  /** As it stands now: a file that waited may have gone while the form was open. */
  const present = (item: EvidenceDraft): EvidenceDraft => {
    const file = item.waits === undefined ? undefined : gone.get(item.waits);
    return file ? { ...item, file, fileId: file.id } : item;
  };
  const remove = (item: EvidenceDraft) => {
    const { key, fileId, waits } = present(item);
    onChange((now) => now.filter((each) => each.key !== key));
    if (waits) void forgetFile(waits);
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
          item={present(item)}
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
