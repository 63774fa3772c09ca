import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import { Sign } from '~/ui/Sign';
import classes from './composition.module.css';
import type { Problem } from './queries';

const LOOKS = {
  unresolved: ['bad', '✕'],
  untranslated: ['bad', '✕'],
  contradiction: ['warn', '≠'],
  literal: ['warn', '#'],
  hidden: ['quiet', '–'],
} as const;

/** What is to be told of the texts; each leads to its place. */
export function ProblemsList({
  problems,
  onJump,
}: {
  problems: Problem[];
  onJump: (problem: Problem) => void;
}) {
  const { t } = useTranslation();
  const { lang } = useLang();
  return (
    <ul className={classes.problems}>
      {problems.map((problem) => {
        const [tone, shape] = LOOKS[problem.kind];
        return (
          <li key={`${problem.lang}-${problem.from}-${problem.kind}`}>
            <Sign tone={tone} shape={shape} text={t(`composition.problem.${problem.kind}`)} />{' '}
            <button type="button" className={classes.quietButton} onClick={() => onJump(problem)}>
              {t('composition.place', { language: LANGUAGE_NAMES[problem.lang], line: problem.line })}
            </button>
            : <code className={classes.code}>{problem.source}</code> <span>{problem.why[lang]}</span>
          </li>
        );
      })}
    </ul>
  );
}
