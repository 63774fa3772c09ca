import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { statesQuery, useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { Dialog } from '~/ui/Dialog';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { Tick } from '~/ui/Tick';
import classes from './composition.module.css';
import { referencesQuery } from './queries';

/** As many as the server lists at once. */
const MOST = 40;

interface ReferencePickerProps {
  cycle: string;
  /** State whose chapter is written: its figures are looked for first. */
  home: string | null;
  onPick: (reference: string) => void;
  onClose: () => void;
}

/** Looks for a figure by words and puts a reference to it into the text. */
export function ReferencePicker({ cycle, home, onPick, onClose }: ReferencePickerProps) {
  const { t } = useTranslation();
  const { lang, text: said } = useLang();
  const names = useNames();
  const states = useQuery(statesQuery).data ?? [];
  const [q, setQ] = useState('');
  const [state, setState] = useState(home ?? '');
  const [bare, setBare] = useState(false);
  const [asked] = useDebouncedValue(q, 250);
  const found = useQuery(referencesQuery(cycle, asked.trim(), state));
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
      <div className={classes.sought}>
        <NativeSelect
          label={t('composition.of')}
          data={[
            { value: '', label: t('composition.ofAll') },
            ...states.map((each) => ({ value: each.code, label: said(each, 'name') })),
          ]}
          value={state}
          onChange={(event) => setState(event.currentTarget.value)}
        />
        <Tick label={t('composition.bare')} checked={bare} onChange={setBare} />
      </div>
      <Loaded query={found}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState text={t('composition.noFigure')} />
          ) : (
            <>
              <ul className={classes.found}>
                {list.map(({ reference, label, text, stateCode, source }) => (
                  <li key={reference}>
                    <button
                      type="button"
                      className={classes.figure}
                      onClick={() => onPick(bare ? bareOf(reference) : reference)}
                    >
                      <strong>{text[lang]}</strong>
                      <span>{label[lang]}</span>
                      {stateCode && source && (
                        <span className="soft">
                          {t('composition.sourceOf', { state: names.state(stateCode), source })}
                        </span>
                      )}
                      <code className={classes.code}>{bare ? bareOf(reference) : reference}</code>
                    </button>
                  </li>
                ))}
              </ul>
              {list.length === MOST && <p className="soft">{t('composition.more', { count: MOST })}</p>}
            </>
          )
        }
      </Loaded>
    </Dialog>
  );
}

/** A fact or a figure of the context as a number alone; the others are that already. */
const bareOf = (reference: string): string =>
  reference.replace(/^(\{\{(?:fact|context):[^}]+)\}\}$/, '$1.number}}');
