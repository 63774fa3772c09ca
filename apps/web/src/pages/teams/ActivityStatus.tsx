import { useTranslation } from 'react-i18next';
import { Sign, type Tone } from '~/ui/Sign';
import type { ActivityStatus as Word } from './search';

const SIGNS: Record<Word, [Tone, string]> = {
  planned: ['quiet', '○'],
  in_progress: ['accent', '◑'],
  done: ['good', '●'],
  postponed: ['warn', '↷'],
  cancelled: ['quiet', '⊘'],
};

/** Where an activity stands, with its mark when the source does not state it. */
export function ActivityStatus({ word, illustrative = false }: { word: Word; illustrative?: boolean }) {
  const { t } = useTranslation();
  const [tone, shape] = SIGNS[word];
  return <Sign tone={tone} shape={shape} text={t(`team.status.${word}`)} illustrative={illustrative} />;
}
