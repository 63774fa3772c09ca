import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dialog.module.css';
import { IconClose } from './icons';

interface DialogProps {
  title: string;
  /** Absent: what is asked here has to be answered by one of its buttons. */
  onClose?: () => void;
  /** Takes most of the screen, for comparisons. */
  wide?: boolean;
  /** Hides the page behind it. */
  veiled?: boolean;
  /** Id of the words that say why it is asked. */
  describedBy?: string;
  children: ReactNode;
}

/** A question over the page: the browser's own dialog, which keeps the focus inside and gives it back. */
export function Dialog({ title, onClose, wide = false, veiled = false, describedBy, children }: DialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
    // Where the answer begins, if that is not the first field.
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={classes.dialog}
      data-wide={wide || undefined}
      data-veiled={veiled || undefined}
      aria-labelledby={id}
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      // A browser closes it at the second try, whatever is said to the first.
      onClose={({ currentTarget }) => {
        if (!onClose) currentTarget.showModal();
      }}
    >
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {onClose && (
          <button type="button" className={classes.close} onClick={onClose} aria-label={t('action.close')}>
            <IconClose />
          </button>
        )}
      </div>
      {children}
    </dialog>
  );
}
