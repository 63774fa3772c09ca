import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Dialog } from '~/ui/Dialog';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import classes from './composition.module.css';
import { referencesQuery } from './queries';

interface ReferencePickerProps {
  cycle: string;
  onPick: (reference: string) => void;
  onClose: () => void;
}

/** Looks for a figure by words and puts a reference to it into the text. */
export function ReferencePicker({ cycle, onPick, onClose }: ReferencePickerProps) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const [q, setQ] = useState('');
  const [asked] = useDebouncedValue(q, 250);
  const found = useQuery(referencesQuery(cycle, asked.trim()));
  return (
    <Dialog title={t('composition.insertFigure')} onClose={onClose} wide>
      <TextInput
        type="search"
        label={t('composition.search')}
        description={t('composition.searchHint')}
        value={q}
        maxLength={100}
        onChange={(event) => setQ(event.currentTarget.value)}
        data-autofocus
      />
      <Loaded query={found}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState text={t('composition.noFigure')} />
          ) : (
            <ul className={classes.found}>
              {list.map(({ reference, label, text }) => (
                <li key={reference}>
                  <button type="button" className={classes.figure} onClick={() => onPick(reference)}>
                    <strong>{text[lang]}</strong>
                    <span>{label[lang]}</span>
                    <code className={classes.code}>{reference}</code>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Dialog>
  );
}
