import { Link } from '@tanstack/react-router';
import { type RefObject, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { IconClose } from '~/ui/icons';
import classes from './TermCard.module.css';
import type { TermKey } from './terms';

interface TermCardProps {
  of: TermKey;
  word: string;
  says: string;
  beside: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** What a word means, beside it. The browser closes it at Escape and at a press elsewhere, and gives the focus back. */
export function TermCard({ of, word, says, beside, onClose }: TermCardProps) {
  const { t } = useTranslation();
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    const anchor = beside.current;
    if (!element || !anchor) return;
    element.showPopover();
    place(element, anchor);
    element.focus({ preventScroll: true });
  }, [beside]);
  useEffect(() => {
    const element = card.current;
    const closed = (event: ToggleEvent) => event.newState === 'closed' && onClose();
    element?.addEventListener('toggle', closed);
    return () => element?.removeEventListener('toggle', closed);
  }, [onClose]);
  return createPortal(
    <div
      ref={card}
      popover="auto"
      role="dialog"
      aria-labelledby={`${id}-word`}
      aria-describedby={`${id}-says`}
      tabIndex={-1}
      className={classes.card}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !card.current?.contains(relatedTarget)) card.current?.hidePopover();
      }}
    >
      <div className={classes.head}>
        <strong id={`${id}-word`}>{word}</strong>
        <button
          type="button"
          className={classes.close}
          aria-label={t('action.close')}
          onClick={() => card.current?.hidePopover()}
        >
          <IconClose />
        </button>
      </div>
      <p id={`${id}-says`} className={classes.says}>
        {says}
      </p>
      <Link to="/glossary" hash={of} className={classes.more}>
        {t('nav.glossary')}
      </Link>
    </div>,
    // What lies outside of an open dialog cannot be reached.
    beside.current?.closest('dialog') ?? document.body,
  );
}

const GAP = 6;
const EDGE = 8;

/** Below the word, or above where there is no room; it scrolls along with the page. */
function place(card: HTMLElement, anchor: HTMLElement): void {
  const word = anchor.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const above = word.bottom + GAP + height > clientHeight && word.top - GAP - height > 0;
  const left = Math.max(EDGE, Math.min(word.left, clientWidth - width - EDGE));
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${(above ? word.top - GAP - height : word.bottom + GAP) + scrollY}px`;
}
