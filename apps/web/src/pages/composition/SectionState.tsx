import { useTranslation } from 'react-i18next';
import { Sign } from '~/ui/Sign';
import type { SectionRow } from './queries';

const LOOKS = {
  missing: ['quiet', '○'],
  draft: ['accent', '◔'],
  returned: ['warn', '↩'],
  in_review: ['warn', '◑'],
  final: ['good', '✓'],
} as const;

/** How far a section is. */
export function SectionState({ state }: { state: SectionRow['state'] }) {
  const { t } = useTranslation();
  const [tone, shape] = LOOKS[state];
  return <Sign tone={tone} shape={shape} text={t(`composition.stateWord.${state}`)} />;
}
