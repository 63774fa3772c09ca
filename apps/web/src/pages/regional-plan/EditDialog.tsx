import { useTranslation } from 'react-i18next';
import { RecordDialog } from '~/ui/RecordDialog';
import { type Edited, useFields } from './fields';
import { REGIONAL } from './queries';
import { remove, save, valuesOf } from './values';

/** By what a row is found again. */
const NAMES: Record<Edited['kind'], string[]> = {
  plan: [],
  meeting: ['ordinal'],
  document: ['key'],
  figure: ['key'],
  presidency: ['year'],
  count: ['place'],
  acronym: ['place', 'acronym'],
};

const REMOVABLE: Edited['kind'][] = ['meeting', 'document', 'figure', 'presidency'];

/** Writes one thing of this page. What names a row that is there already stays as it is. */
export function EditDialog({ edited, onClose }: { edited: Edited; onClose: () => void }) {
  const { t } = useTranslation();
  const fixed = edited.row ? NAMES[edited.kind] : [];
  const fields = useFields()[edited.kind].filter(({ name }) => !fixed.includes(name));
  const removable = edited.row !== null && REMOVABLE.includes(edited.kind);
  return (
    <RecordDialog
      title={t(`regional.write.${edited.kind}`)}
      fields={fields}
      values={valuesOf(edited)}
      changes={REGIONAL}
      save={(values) => save(edited, values)}
      {...(removable ? { remove: () => remove(edited) } : {})}
      onClose={onClose}
    />
  );
}
