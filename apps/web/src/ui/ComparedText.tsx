import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Piece } from '#platform/comparison';
import { useLang } from '~/i18n/use-lang';
import classes from './ComparedText.module.css';
import { foldedPassages } from './folded-passages';

/** Added and removed words with the browser's own marks for them; what nobody changed is folded until somebody asks for it. */
export function ComparedText({ pieces }: { pieces: readonly Piece[] }) {
  const { t } = useTranslation();
  const { lang, number } = useLang();
  const [whole, setWhole] = useState(false);
  return (
    <div className={classes.text}>
      {(whole ? pieces : foldedPassages(pieces)).map((piece, i) => {
        switch (piece.kind) {
          case 'folded':
            return (
              <button
                key={i}
                type="button"
                lang={lang}
                className={classes.fold}
                onClick={() => setWhole(true)}
              >
                {t('comparison.folded', { count: piece.words, shown: number(piece.words) })}
              </button>
            );
          case 'added':
            return <ins key={i}>{piece.text}</ins>;
          case 'removed':
            return <del key={i}>{piece.text}</del>;
          case 'same':
            return piece.text;
        }
      })}
    </div>
  );
}
