import { useTranslation } from 'react-i18next';
import { Dialog } from '~/ui/Dialog';
import { RecordForm } from '~/ui/RecordForm';
import type { PlanCommitment } from './queries';

interface MoveDialogProps {
  commitment: PlanCommitment;
  /** How many there are. */
  count: number;
  onMove: (to: number) => void;
  onClose: () => void;
}

/** Moves a commitment to any place of a long plan at once. */
export function MoveDialog({ commitment: { code, number }, count, onMove, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const places = Array.from({ length: count }, (_, at) => String(at + 1));
  return (
    <Dialog title={t('plan.moveOne', { code })} onClose={onClose}>
      <RecordForm
        fields={[
          {
            name: 'to',
            label: t('plan.place'),
            kind: 'choice',
            options: places.map((value) => ({ value, label: value })),
          },
        ]}
        values={{ to: String(number) }}
        submit={t('plan.move')}
        busy={false}
        error={null}
        onCancel={onClose}
        onSubmit={({ to }) => {
          onMove(Number(to));
          onClose();
        }}
      />
    </Dialog>
  );
}
