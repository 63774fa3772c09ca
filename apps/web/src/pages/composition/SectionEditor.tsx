import { Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import { Callout } from '~/ui/Callout';
import { LongInput } from '~/ui/LongInput';
import { notify } from '~/ui/notice';
import { Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import classes from './composition.module.css';
import { FIELDS, langsFor } from './languages';
import { NumbersNotice } from './NumbersNotice';
import { PreviewPane } from './PreviewPane';
import { ProblemsList } from './ProblemsList';
import { type Lang, previewQuery, type Problem, type Section, suggestionOf } from './queries';
import { ReferencePicker } from './ReferencePicker';
import { SectionActions } from './SectionActions';
import { SectionConflict } from './SectionConflict';
import type { SectionDraft } from './use-section-draft';

/** Whether the reader may change the texts as the section stands. */
export const isWritable = ({ mayWrite, state }: Section): boolean => mayWrite && state !== 'final';

/** Both texts side by side with their figures, what is wrong with them, and the ways on. */
export function SectionEditor({ cycle, draft }: { cycle: string; draft: SectionDraft }) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const { stored, texts, change, safety, theirs, refusal } = draft;
  const fields = { en: useRef<HTMLTextAreaElement>(null), es: useRef<HTMLTextAreaElement>(null) };
  const [last, setLast] = useState<Lang>(lang);
  const [picking, setPicking] = useState(false);
  const [asked] = useDebouncedValue(texts, 600);
  const preview = useQuery(previewQuery(cycle, stored.key, asked));
  const suggesting = useMutation({
    mutationFn: () => suggestionOf(cycle, stored.key),
    onSuccess: (found) =>
      found.textEn || found.textEs ? change(found) : notify(t('composition.nothingToSuggest')),
  });
  const order = langsFor(lang);
  const writable = isWritable(stored);
  const empty = texts.textEn.trim() === '' && texts.textEs.trim() === '';

  const insert = (reference: string) => {
    const field = fields[last].current;
    const text = texts[FIELDS[last]];
    const [from, to] = [field?.selectionStart ?? text.length, field?.selectionEnd ?? text.length];
    change({ [FIELDS[last]]: text.slice(0, from) + reference + text.slice(to) });
    setPicking(false);
    requestAnimationFrame(() => select(field, from + reference.length, from + reference.length));
  };
  const jump = ({ lang: where, from, to }: Problem) => {
    // The server looks at the text without the blanks at its beginning.
    const text = texts[FIELDS[where]];
    const lead = text.length - text.trimStart().length;
    select(fields[where].current, lead + from, lead + to);
  };

  return (
    <>
      {theirs && <SectionConflict draft={draft} theirs={theirs} />}
      {!writable && (
        <Callout tone="info">
          <p>{t(stored.state === 'final' ? 'composition.isFinal' : 'composition.notYours')}</p>
        </Callout>
      )}
      {stored.note && (
        <Callout tone="warn" title={t('composition.asked')}>
          <p className={classes.note}>{stored.note}</p>
        </Callout>
      )}
      <Group mb="sm">
        <Button variant="default" disabled={!writable} onClick={() => setPicking(true)}>
          {t('composition.insertFigure')}
        </Button>
        {empty && writable && (
          <Button variant="default" loading={suggesting.isPending} onClick={() => suggesting.mutate()}>
            {t('composition.suggest')}
          </Button>
        )}
      </Group>
      {suggesting.isError && <ProblemAlert error={suggesting.error} />}
      <div className={classes.pair}>
        {order.map((code) => (
          <LongInput
            key={code}
            ref={fields[code]}
            lang={code}
            label={LANGUAGE_NAMES[code]}
            description={
              !empty && texts[FIELDS[code]].trim() === '' ? (
                <span lang={lang}>{t('text.toBeTranslated')}</span>
              ) : undefined
            }
            inputWrapperOrder={['label', 'input', 'description']}
            rows={14}
            maxLength={60_000}
            readOnly={!writable}
            value={texts[FIELDS[code]]}
            onFocus={() => setLast(code)}
            onChange={(event) => change({ [FIELDS[code]]: event.currentTarget.value })}
          />
        ))}
      </div>
      {refusal !== null && <ProblemAlert error={refusal} onRetry={() => void draft.send()} />}
      <SectionActions cycle={cycle} draft={draft} safety={safety} />
      {preview.data && preview.data.problems.length > 0 && (
        <Panel title={t('composition.problems')}>
          <ProblemsList problems={preview.data.problems} onJump={jump} />
        </Panel>
      )}
      <Panel title={t('composition.preview')}>
        {preview.isError && <ProblemAlert error={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.data && (
          <>
            <NumbersNotice numbers={preview.data.numbers} />
            <PreviewPane preview={preview.data} order={order} />
          </>
        )}
      </Panel>
      {picking && (
        <ReferencePicker
          cycle={cycle}
          home={stored.stateCode ?? null}
          onPick={insert}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  );
}

function select(field: HTMLTextAreaElement | null, from: number, to: number): void {
  field?.focus();
  field?.setSelectionRange(from, to);
}
