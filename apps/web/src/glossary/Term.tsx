import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { notify } from '~/ui/notice';
import classes from './Term.module.css';
import type { TermCard } from './TermCard';
import type { TermKey } from './terms';
import { glossaryOf } from './texts';

interface TermProps {
  of: TermKey;
  /** The word as it stands on the page. */
  children: ReactNode;
  /** Shows a question mark only, behind a word that is a button already. */
  mark?: boolean;
}

interface Shown {
  Card: typeof TermCard;
  word: string;
  says: string;
}

/** A fixed word that tells what it means when it is pressed. On paper it is a plain word. */
export function Term({ of, children, mark = false }: TermProps) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const button = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  // A press outside of the card closes it before the click that the press becomes.
  const wasOpen = useRef(false);
  const show = async () => {
    try {
      const [{ TermCard }, words] = await Promise.all([import('./TermCard'), glossaryOf(lang)]);
      setShown({ Card: TermCard, ...words[of] });
    } catch {
      notify(t('problem.offline'));
    }
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={mark ? classes.mark : classes.term}
        aria-haspopup="dialog"
        aria-expanded={shown !== null}
        aria-label={mark ? t('shell.meaning', { word: children }) : undefined}
        onPointerDown={() => (wasOpen.current = shown !== null)}
        onClick={() => {
          if (!wasOpen.current) void show();
          wasOpen.current = false;
        }}
      >
        {mark ? '?' : children}
      </button>
      {shown && (
        <shown.Card
          of={of}
          word={shown.word}
          says={shown.says}
          beside={button}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}
