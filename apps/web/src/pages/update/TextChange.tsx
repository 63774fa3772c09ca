import { diffWords } from 'diff';
import { useMemo } from 'react';
import { wordsInCommon } from '#platform/comparison';
import classes from './Comparison.module.css';

interface TextChangeProps {
  before: string;
  now: string;
  side: 'before' | 'now';
  lang: 'en' | 'es';
}

/** Below this share of common words a text was written anew, and marks would cover all of it. */
const REWRITTEN = 0.3;

export const isRewritten = (before: string, now: string): boolean =>
  before !== '' && now !== '' && wordsInCommon(before, now) < REWRITTEN;

/** One side of two texts: what went away is struck out before, what came is underlined now. */
export function TextChange({ before, now, side, lang }: TextChangeProps) {
  const parts = useMemo(
    () =>
      isRewritten(before, now) || before === '' || now === ''
        ? [{ value: side === 'now' ? now : before, added: false, removed: false }]
        : diffWords(before, now, {
            intlSegmenter: new Intl.Segmenter(lang, { granularity: 'word' }),
          }),
    [before, now, side, lang],
  );
  return (
    <p className={classes.text} lang={lang}>
      {parts.map(({ value, added, removed }, place) => {
        if (added) return side === 'now' ? <ins key={place}>{value}</ins> : null;
        if (removed) return side === 'before' ? <del key={place}>{value}</del> : null;
        return <span key={place}>{value}</span>;
      })}
    </p>
  );
}
