import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { type FactRow, Facts } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { SureButton } from '~/ui/SureButton';
import { CheckFiles } from './CheckFiles';
import { EditionFiles } from './EditionFiles';
import { type Edition, isMade, isWorking, type Step, useEditionStep } from './edition-queries';

/** The edition in preparation: its files, who approved it, and the next steps. */
export function EditionInPreparation({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const { instant, text } = useLang();
  const me = useMe();
  const act = useEditionStep();
  const working = isWorking(edition);
  const made = isMade(edition);
  const prepares = may(me, 'edition.prepare');
  const go = (step: Step) => act.mutate({ edition, step });
  const busy = (step: Step): boolean => act.isPending && act.variables.step === step;
  const approved = (approval: Edition['presidency']): string =>
    approval
      ? t('edition.approvedBy', { by: approval.by ?? '–', at: instant(approval.at) })
      : t('edition.notApproved');
  return (
    <>
      <h3>{t('edition.preparing', { number: edition.number })}</h3>
      <Facts
        rows={[
          [
            t('edition.snapshot'),
            `${edition.snapshotNumber} · SHA-256 ${edition.snapshotSha256.slice(0, 16)}…`,
          ],
          [
            t('edition.texts'),
            `${instant(edition.createdAt)} · SHA-256 ${edition.textsSha256.slice(0, 16)}…`,
          ],
          ...(text(edition, 'note') ? [[t('edition.corrects'), text(edition, 'note')] as FactRow] : []),
          [t('edition.presidency'), approved(edition.presidency)],
          [t('edition.secretariat'), approved(edition.secretariat)],
        ]}
      />
      <EditionFiles edition={edition} />
      {made && (
        <p>
          <Link
            to="/reports/$cycle/$which"
            params={{ cycle: edition.cycleKey, which: String(edition.number) }}
          >
            {t('edition.readBefore')}
          </Link>
        </p>
      )}
      {act.isError && <ProblemAlert error={act.error} />}
      {made && prepares && <CheckFiles edition={edition} />}
      <Group my="md">
        {prepares && !made && !working && (
          <Button loading={busy('generate')} onClick={() => go('generate')}>
            {t(edition.files.length === 0 ? 'edition.generate' : 'edition.retry')}
          </Button>
        )}
        {prepares && working && (
          <Button variant="default" loading={busy('cancel')} onClick={() => go('cancel')}>
            {t('edition.cancel')}
          </Button>
        )}
        {made && !edition.presidency && may(me, 'edition.endorse') && (
          <Button loading={busy('presidency')} onClick={() => go('presidency')}>
            {t('edition.approvePresidency')}
          </Button>
        )}
        {made && !edition.secretariat && prepares && (
          <Button variant="default" loading={busy('secretariat')} onClick={() => go('secretariat')}>
            {t('edition.approveSecretariat')}
          </Button>
        )}
        {edition.presidency && may(me, 'edition.endorse') && (
          <Button variant="default" loading={busy('presidencyBack')} onClick={() => go('presidencyBack')}>
            {t('edition.withdrawPresidency')}
          </Button>
        )}
        {edition.secretariat && prepares && (
          <Button variant="default" loading={busy('secretariatBack')} onClick={() => go('secretariatBack')}>
            {t('edition.withdrawSecretariat')}
          </Button>
        )}
        {edition.presidency && edition.secretariat && prepares && (
          <SureButton
            label={t('edition.publish')}
            sure={t('edition.publishSure')}
            busy={busy('publish')}
            onSure={() => go('publish')}
          />
        )}
      </Group>
    </>
  );
}
