import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import { filesIn, formatName } from '~/pages/composition/edition-files';
import type { Edition } from '~/pages/composition/edition-queries';
import { langsFor } from '~/pages/composition/languages';
import { Panel } from '~/ui/Panel';
import classes from './EditionPage.module.css';

/** What a file of the edition, and the numbers that it was made from, are known by. */
export function EditionProof({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const proofs: [of: string, sha256: string | null | undefined][] = [
    ...langsFor(lang).flatMap((code) =>
      filesIn(edition, code).map(({ format, sha256 }): (typeof proofs)[number] => [
        `${LANGUAGE_NAMES[code]}, ${formatName(format)}`,
        sha256,
      ]),
    ),
    [t('edition.madeFrom', { number: edition.snapshotNumber }), edition.snapshotSha256],
    [t('edition.texts'), edition.textsSha256],
  ];
  return (
    <Panel title={t('edition.proof')}>
      <p>
        {t('edition.proofWhy')} <Link to="/verify">{t('edition.check')}</Link>
      </p>
      <dl className={classes.proofs}>
        {proofs.map(
          ([of, sha256]) =>
            sha256 && (
              <div key={of}>
                <dt>{of}</dt>
                <dd>{sha256}</dd>
              </div>
            ),
        )}
      </dl>
    </Panel>
  );
}
