import { useTranslation } from 'react-i18next';
import { Sign } from '~/ui/Sign';
import { type Kept, keyOf } from './kept-drafts';
import { useTold } from './standing';

/** Where something written stands that the server does not have yet, or did not take. */
export function KeptSign({ kept }: { kept: Kept }) {
  const { t } = useTranslation();
  const { sending } = useTold();
  if (kept.stuck?.why === 'conflict') return <Sign tone="bad" shape="≠" text={t('kept.conflict')} />;
  if (kept.stuck) return <Sign tone="bad" shape="!" text={t('kept.refused')} />;
  if (kept.gone === kept.at) return <Sign tone="good" shape="✓" text={t('kept.gone')} />;
  if (sending === keyOf(kept)) return <Sign tone="accent" shape="↑" text={t('kept.sending')} />;
  const word = kept.draft === null ? 'noChange' : kept.submit ? 'submission' : 'draft';
  return <Sign tone="warn" shape="●" text={t(`kept.${word}`)} />;
}
