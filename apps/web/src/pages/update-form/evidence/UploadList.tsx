import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import fields from '../fields.module.css';
import classes from './evidence.module.css';
import type { Upload } from './use-uploads';

interface UploadListProps {
  uploads: Upload[];
  onAgain: (upload: Upload) => void;
  onForget: (key: string) => void;
}

/** The files on their way, and those that did not arrive with the reason beside them. */
export function UploadList({ uploads, onAgain, onForget }: UploadListProps) {
  const { t } = useTranslation();
  const { percent } = useLang();
  const [under] = uploads.filter(({ problem }) => problem === null);
  return (
    <>
      <p role="status" className={classes.heard}>
        {under && t('evidence.uploading', { name: under.file.name })}
      </p>
      {uploads.map((upload) => (
        <div key={upload.key} className={fields.item}>
          <p className={classes.file}>{upload.file.name}</p>
          {upload.problem === null ? (
            <p className={classes.way}>
              <progress max={1} value={upload.share} aria-label={upload.file.name} />
              <span aria-hidden>{percent(upload.share * 100, 0)}</span>
            </p>
          ) : (
            <p role="alert" className={fields.error}>
              {upload.problem}
            </p>
          )}
          <div className={classes.ways}>
            {upload.problem !== null && (
              <Button size="compact-sm" variant="default" onClick={() => onAgain(upload)}>
                {t('problem.retry')}
              </Button>
            )}
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => onForget(upload.key)}>
              {t(upload.problem === null ? 'evidence.stop' : 'action.remove')}
            </Button>
          </div>
        </div>
      ))}
    </>
  );
}
