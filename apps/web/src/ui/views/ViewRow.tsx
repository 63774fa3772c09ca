import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from './queries';
import classes from './SavedViews.module.css';
import { useAudience } from './use-audience';
import { ViewNameForm } from './ViewNameForm';

interface ViewRowProps {
  view: SavedView;
  /** The list shows it now. */
  shown: boolean;
  onShow: () => void;
  onChange: (part: Partial<SavedView>) => Promise<unknown>;
  onRemove: () => void;
}

/** One saved view with what can be done to it. */
export function ViewRow({ view, shown, onShow, onChange, onRemove }: ViewRowProps) {
  const { t } = useTranslation();
  const { byWord, nameOf, wordOf } = useAudience();
  const [renaming, setRenaming] = useState(false);
  const { name, isDefault } = view;
  if (renaming)
    return (
      <li>
        <ViewNameForm
          label={t('views.name')}
          first={name}
          onCancel={() => setRenaming(false)}
          onName={async (next) => {
            await onChange({ name: next });
            setRenaming(false);
          }}
        />
      </li>
    );
  return (
    <li className={classes.row}>
      <Button
        variant={shown ? 'light' : 'subtle'}
        size="xs"
        aria-current={shown || undefined}
        onClick={onShow}
      >
        {name}
      </Button>
      <span className={classes.tools}>
        <Button
          variant="subtle"
          size="xs"
          aria-pressed={isDefault}
          aria-label={t('views.beginsNamed', { name })}
          onClick={() => void onChange({ isDefault: !isDefault }).catch(() => undefined)}
        >
          {t(isDefault ? 'views.isDefault' : 'views.makeDefault')}
        </Button>
        {byWord.size > 0 && (
          <NativeSelect
            size="xs"
            aria-label={t('views.shareNamed', { name })}
            value={wordOf(view)}
            data={[
              { value: '', label: t('views.private') },
              ...[...byWord].map(([value, audience]) => ({
                value,
                label: t('views.sharedWith', { who: nameOf(audience) }),
              })),
            ]}
            onChange={(event) => {
              const to = byWord.get(event.currentTarget.value);
              const change = { sharedState: null, sharedTeam: null, sharedBody: null, ...to };
              void onChange(change).catch(() => undefined);
            }}
          />
        )}
        <Button
          variant="subtle"
          size="xs"
          aria-label={t('views.renameNamed', { name })}
          onClick={() => setRenaming(true)}
        >
          {t('views.rename')}
        </Button>
        <Button variant="subtle" size="xs" aria-label={t('views.deleteNamed', { name })} onClick={onRemove}>
          {t('views.delete')}
        </Button>
      </span>
    </li>
  );
}
