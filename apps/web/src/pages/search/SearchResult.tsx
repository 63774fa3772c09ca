import { Link } from '@tanstack/react-router';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { placeOf } from './place';
import type { SearchHit } from './queries';
import classes from './Search.module.css';

type Pieces = SearchHit['excerptEn'];

const isHit = (pieces: Pieces): boolean => pieces.some(({ hit }) => hit);

/** Pieces of text with what was asked for marked; in the person's language, unless only the other one has it. */
function useExcerpt({ excerptEn, excerptEs }: SearchHit): { pieces: Pieces; of: 'en' | 'es' } {
  const { lang } = useLang();
  const [own, other] = lang === 'en' ? [excerptEn, excerptEs] : [excerptEs, excerptEn];
  const foreign = !isHit(own) && (isHit(other) || own.length === 0);
  const of = foreign ? (lang === 'en' ? 'es' : 'en') : lang;
  return { pieces: foreign ? other : own, of };
}

/** One thing that was found, with the way to it. */
export function SearchResult({ hit, visitor }: { hit: SearchHit; visitor: boolean }) {
  const { text } = useLang();
  const names = useNames();
  const { pieces, of } = useExcerpt(hit);
  const place = placeOf(hit, visitor);
  const title = text(hit, 'title');
  const words = (
    <span lang={of}>
      {pieces.map((piece, at) => (piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text))}
    </span>
  );
  const head = title || words;
  const about = [
    hit.code,
    hit.stateCode ? names.state(hit.stateCode) : null,
    hit.cycleKey ? null : hit.year,
    hit.cycleKey,
  ].filter(Boolean);
  return (
    <li className={classes.hit}>
      {place ? (
        <Link {...place} data-hit className={classes.title}>
          {head}
        </Link>
      ) : (
        <span className={classes.title}>{head}</span>
      )}
      {about.length > 0 && <span className={classes.about}>{about.join(' · ')}</span>}
      {title !== '' && pieces.length > 0 && <p className={classes.excerpt}>{words}</p>}
    </li>
  );
}
