import { Button, FileButton } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './evidence.module.css';

/** Offered by the file dialog; the API looks at what the bytes are. */
const TYPES = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.odt,.ods,.odp';

interface AddEvidenceProps {
  onFiles: (files: File[]) => void;
  onLink: () => void;
}

/** The ways in: files dropped or chosen, a photo on devices with a camera at hand, an address on the web. */
export function AddEvidence({ onFiles, onLink }: AddEvidenceProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  // Where fingers point there is a camera at hand; elsewhere the dialog for files opens, which does no harm.
  const withCamera = navigator.maxTouchPoints > 0;
  const dragged = (inside: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragEnter={dragged(true)}
      onDragOver={dragged(true)}
      onDragLeave={dragged(false)}
      onDrop={(event) => {
        dragged(false)(event);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onFiles(files);
      }}
    >
      <p className={classes.hint}>
        <span className={classes.pointer}>{t('evidence.drop')} </span>
        {t('evidence.hint')}
      </p>
      <div className={classes.ways}>
        <FileButton accept={TYPES} multiple onChange={onFiles}>
          {(props) => (
            <Button variant="default" {...props}>
              {t('evidence.choose')}
            </Button>
          )}
        </FileButton>
        {withCamera && (
          <FileButton
            accept="image/jpeg,image/png,image/webp"
            capture="environment"
            onChange={(file) => file && onFiles([file])}
          >
            {(props) => (
              <Button variant="default" {...props}>
                {t('evidence.photo')}
              </Button>
            )}
          </FileButton>
        )}
        <Button variant="default" onClick={onLink}>
          {t('evidence.addLink')}
        </Button>
      </div>
    </div>
  );
}
