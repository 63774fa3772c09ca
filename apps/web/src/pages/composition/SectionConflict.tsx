import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compared } from '#platform/comparison';
import { LANGUAGE_NAMES } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import { ComparedText } from '~/ui/ComparedText';
import { ConflictField, type Side } from '~/ui/ConflictField';
import { Dialog } from '~/ui/Dialog';
import { FIELDS, langsFor } from './languages';
import type { Section } from './queries';
import type { SectionDraft } from './use-section-draft';

/** Somebody saved meanwhile: both texts side by side, and for each language the writer says which one stays. */
export function SectionConflict({ draft, theirs }: { draft: SectionDraft; theirs: Section }) {
  const { t } = useTranslation();
  const { lang, instant } = useLang();
  const { texts, stored } = draft;
  // Where the writer changed nothing, there is nothing to keep.
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const sideOf = (field: 'textEn' | 'textEs'): Side =>
    chosen[field] ?? (texts[field] === stored[field] ? 'theirs' : 'mine');
  const of = (field: 'textEn' | 'textEs'): string => (sideOf(field) === 'mine' ? texts : theirs)[field];
  const differing = langsFor(lang).filter((code) => texts[FIELDS[code]] !== theirs[FIELDS[code]]);
  return (
    <Dialog title={t('conflict.title')} onClose={draft.later} wide>
      <p>
        {theirs.updatedBy && `${theirs.updatedBy}. `}
        {t('conflict.text', { at: instant(theirs.updatedAt) })}
      </p>
      {differing.length === 0 && <p>{t('conflict.same')}</p>}
      {differing.map((code) => {
        const field = FIELDS[code];
        return (
          <ConflictField
            key={code}
            label={LANGUAGE_NAMES[code]}
            lang={code}
            mine={texts[field] && <OneSide text={texts[field]} beside={theirs[field]} />}
            theirs={theirs[field] && <OneSide text={theirs[field]} beside={texts[field]} />}
            chosen={sideOf(field)}
            onChoose={(side) => setChosen({ ...chosen, [field]: side })}
          />
        );
      })}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={draft.later}>
          {t('conflict.later')}
        </Button>
        <Button onClick={() => draft.settle({ textEn: of('textEn'), textEs: of('textEs') })}>
          {t('conflict.keep')}
        </Button>
      </Group>
    </Dialog>
  );
}

/** A text with marks on what the one beside it does not say. */
function OneSide({ text, beside }: { text: string; beside: string }) {
  return <ComparedText pieces={compared(beside, text).filter(({ kind }) => kind !== 'removed')} />;
}
