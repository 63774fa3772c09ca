import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { BothText } from '~/ui/BothText';
import { Callout } from '~/ui/Callout';
import { Dialog } from '~/ui/Dialog';
import { EvidenceList } from '~/ui/EvidenceList';
import { FactList } from '~/ui/FactList';
import { Standing } from '~/ui/Standing';
import { blocksOf } from './blocks';
import { bodyOf, type Draft, TEXTS } from './draft';
import { milestonePercent } from './milestone-percent';

interface PreviewDialogProps {
  title: string;
  draft: Draft;
  milestones: Schemas['MilestoneDto'][];
  onSubmit: () => void;
  onClose: () => void;
}

/** The update as its reviewer will read it, and what is still missing. */
export function PreviewDialog({ title, draft, milestones, onSubmit, onClose }: PreviewDialogProps) {
  const { t } = useTranslation();
  const blocks = blocksOf(draft, milestones);
  const body = bodyOf(draft);
  const percent = draft.byMilestones ? milestonePercent(milestones, draft.milestones).percent : body.percent;
  return (
    <Dialog title={title} onClose={onClose} wide>
      {blocks.length > 0 && (
        <Callout tone="warn" title={t('preview.missing')}>
          <ul>
            {blocks.map((block) => (
              <li key={block}>{t(`preview.block.${block}`)}</li>
            ))}
          </ul>
        </Callout>
      )}
      <Standing
        update={{
          ...{ stage: draft.stage, outlook: draft.outlook, illustrative: draft.illustrative },
          percent: percent ?? null,
        }}
      />
      {TEXTS.filter((name) => draft.texts[name].en + draft.texts[name].es !== '').map((name) => (
        <section key={name}>
          <h3>{t(`field.${name}`)}</h3>
          <BothText
            of={{ textEn: draft.texts[name].en, textEs: draft.texts[name].es }}
            name="text"
            narrative
          />
        </section>
      ))}
      {draft.facts.length > 0 && (
        <section>
          <h3>{t('update.facts')}</h3>
          <FactList facts={body.facts ?? []} />
        </section>
      )}
      {draft.evidence.length > 0 && (
        <section>
          <h3>{t('update.evidence')}</h3>
          <EvidenceList evidence={draft.evidence} />
        </section>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('preview.back')}
        </Button>
        <Button onClick={onSubmit} disabled={blocks.length > 0}>
          {t('form.submit')}
        </Button>
      </Group>
    </Dialog>
  );
}
