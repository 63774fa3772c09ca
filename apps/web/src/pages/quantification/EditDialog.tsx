import { useTranslation } from 'react-i18next';
import { Dialog } from '~/ui/Dialog';
import { notify } from '~/ui/notice';
import { RecordForm } from '~/ui/RecordForm';
import { type Edited, useFields, valuesOf, writtenOf } from './fields';
import { useWrite } from './queries';

/** Writes a need, a contribution or a rate. What names a row that is there already stays as it is. */
export function EditDialog({ edited, onClose }: { edited: Edited; onClose: () => void }) {
  const { t } = useTranslation();
  const fields = useFields()[edited.kind];
  const write = useWrite();
  const fixed = edited.row ? NAMES[edited.kind] : [];
  return (
    <Dialog title={t(`quantification.write.${edited.kind}`)} onClose={onClose} wide>
      <RecordForm
        fields={fields.filter(({ name }) => !fixed.includes(name))}
        values={valuesOf(edited)}
        submit={t('pledge.save')}
        busy={write.isPending}
        error={write.error}
        onCancel={onClose}
        onSubmit={(values) =>
          write.mutate(writtenOf(edited, values), {
            onSuccess: () => {
              notify(t('quantification.saved'));
              onClose();
            },
          })
        }
      />
    </Dialog>
  );
}

/** By what a row is found again. */
const NAMES: Record<Edited['kind'], string[]> = {
  need: ['commitment', 'year'],
  contribution: ['key'],
  rate: ['from', 'to', 'asOf'],
};
