import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Choice } from '~/ui/Choice';
import { Dialog } from '~/ui/Dialog';
import classes from './composition.module.css';
import type { Section } from './queries';
import type { SectionDraft } from './use-section-draft';

const FIELDS = ['textEn', 'textEs'] as const;
const NAMES = { textEn: 'English', textEs: 'Español' } as const;

/** Somebody saved meanwhile: both texts side by side, and for each language the writer says which one stays. */
export function SectionConflict({ draft, theirs }: { draft: SectionDraft; theirs: Section }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const [side, setSide] = useState<Record<(typeof FIELDS)[number], 'mine' | 'theirs'>>({
    textEn: draft.texts.textEn === draft.stored.textEn ? 'theirs' : 'mine',
    textEs: draft.texts.textEs === draft.stored.textEs ? 'theirs' : 'mine',
  });
  const differing = FIELDS.filter((field) => draft.texts[field] !== theirs[field]);
  const of = (field: (typeof FIELDS)[number]): string =>
    (side[field] === 'mine' ? draft.texts : theirs)[field];
  return (
    <Dialog title={t('conflict.title')} onClose={() => undefined} wide>
      <p>{t('conflict.text', { at: instant(theirs.updatedAt) })}</p>
      {differing.map((field) => (
        <div key={field}>
          <Choice
            name={field}
            legend={NAMES[field]}
            value={side[field]}
            onChange={(chosen) => setSide((now) => ({ ...now, [field]: chosen }))}
            options={[
              { value: 'mine', label: t('conflict.mine') },
              { value: 'theirs', label: t('conflict.theirs') },
            ]}
          />
          <div className={classes.pair} lang={field === 'textEn' ? 'en' : 'es'}>
            <p className={classes.verbatim}>{draft.texts[field] || t('conflict.nothing')}</p>
            <p className={classes.verbatim}>{theirs[field] || t('conflict.nothing')}</p>
          </div>
        </div>
      ))}
      <Group justify="flex-end" mt="md">
        <Button onClick={() => draft.settle({ textEn: of('textEn'), textEs: of('textEs') })}>
          {t('conflict.keep')}
        </Button>
      </Group>
    </Dialog>
  );
}
