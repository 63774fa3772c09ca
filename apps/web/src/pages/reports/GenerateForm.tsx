import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cycle, cyclesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { useCycleName } from '~/ui/cycle-name';
import { EmptyState } from '~/ui/EmptyState';
import { notify } from '~/ui/notice';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { asked } from '~/app/asked';
import classes from './GenerateForm.module.css';
import { hasSubject, KINDS, kindWord } from './kinds';
import { subjectsQuery, useGenerate } from './queries';

const route = getRouteApi('/app/reports');

const FORMATS = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'json'] as const;
const SHEET_FORMATS = ['pdf', 'html', 'docx', 'json'] as const;

/** Has a report made from a cycle's frozen state; only endorsed cycles have one. */
export function GenerateForm() {
  const { t } = useTranslation();
  const search = route.useMatch({ select: asked });
  const cycleName = useCycleName();
  const cycles = useQuery(cyclesQuery).data ?? [];
  const ready = cycles
    .filter((cycle) => cycle.state === 'endorsed' || cycle.state === 'published')
    .toSorted((a, b) => b.dueOn.localeCompare(a.dueOn));
  const [chosen, setChosen] = useState(search.cycle ?? '');
  const cycle = ready.find((each) => each.key === chosen) ?? ready[0];
  if (!cycle) return <EmptyState text={t('reports.noneReady')} />;
  return (
    <PaperForm key={cycle.key} cycle={cycle}>
      <NativeSelect
        label={t('field.cycle')}
        value={cycle.key}
        data={ready.map((each) => ({ value: each.key, label: cycleName(each.key) }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
    </PaperForm>
  );
}

/** What of a cycle, about what, in which language and format. Offers what its frozen state holds, and nothing else. */
function PaperForm({ cycle, children }: { cycle: Cycle; children: React.ReactNode }) {
  const { t } = useTranslation();
  const { lang: mine, text } = useLang();
  const held = useQuery(subjectsQuery(cycle.key)).data ?? [];
  const [asked, setKind] = useState<string>(cycle.kind);
  const [about, setAbout] = useState('');
  const [lang, setLang] = useState<'en' | 'es'>(mine);
  const [wished, setFormat] = useState<string>('html');
  const generating = useGenerate();
  const kinds = KINDS.filter((each) => each === cycle.kind || held.some(({ kind }) => kind === each));
  const kind = kinds.find((each) => each === asked) ?? cycle.kind;
  const subjects = hasSubject(kind) ? held.filter((each) => each.kind === kind) : [];
  const subject = subjects.find((each) => each.subject === about)?.subject ?? subjects[0]?.subject;
  const formats = kind === cycle.kind ? FORMATS : SHEET_FORMATS;
  const format = formats.find((each) => each === wished) ?? 'pdf';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    generating.mutate(
      { cycleKey: cycle.key, kind, ...(subject === undefined ? {} : { subject }), lang, format },
      { onSuccess: () => notify(t('reports.asked')) },
    );
  };
  return (
    <form onSubmit={submit}>
      <div className={classes.row}>
        {children}
        <NativeSelect
          label={t('reports.kindLabel')}
          value={kind}
          data={kinds.map((value) => ({ value, label: kindWord(t, value) }))}
          onChange={(event) => setKind(event.currentTarget.value)}
        />
        {hasSubject(kind) && (
          <NativeSelect
            label={t(`reports.subject.${kind}`)}
            value={subject}
            data={subjects.map((each) => ({ value: each.subject, label: text(each, 'name') }))}
            onChange={(event) => setAbout(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          label={t('reports.lang')}
          value={lang}
          data={[
            { value: 'es', label: 'Español' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(event) => setLang(event.currentTarget.value === 'en' ? 'en' : 'es')}
        />
        <NativeSelect
          label={t('reports.format')}
          value={format}
          data={formats.map((value) => ({ value, label: t(`reports.${value}`) }))}
          onChange={(event) => setFormat(event.currentTarget.value)}
        />
        <Button type="submit" loading={generating.isPending}>
          {t('reports.submit')}
        </Button>
      </div>
      {generating.isError && <ProblemAlert error={generating.error} />}
    </form>
  );
}
