import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cyclesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { useCycleName } from '~/ui/cycle-name';
import { EmptyState } from '~/ui/EmptyState';
import { notify } from '~/ui/notice';
import { ProblemAlert } from '~/ui/ProblemAlert';
import classes from './GenerateForm.module.css';
import { useGenerate } from './queries';

const route = getRouteApi('/app/reports');

const FORMATS = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** Has a report made from a cycle's frozen state; only endorsed cycles have one. */
export function GenerateForm() {
  const { t } = useTranslation();
  const { lang: mine } = useLang();
  const search = route.useSearch();
  const cycleName = useCycleName();
  const cycles = useQuery(cyclesQuery).data ?? [];
  const ready = cycles
    .filter((cycle) => cycle.state === 'endorsed' || cycle.state === 'published')
    .toSorted((a, b) => b.dueOn.localeCompare(a.dueOn));
  const [chosen, setChosen] = useState(search.cycle ?? '');
  const [lang, setLang] = useState<'en' | 'es'>(mine);
  const [format, setFormat] = useState<Format>('html');
  const generating = useGenerate();
  const cycle = ready.find((each) => each.key === chosen) ?? ready[0];

  if (!cycle) return <EmptyState text={t('reports.noneReady')} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    generating.mutate(
      { cycleKey: cycle.key, kind: cycle.kind, lang, format },
      { onSuccess: () => notify(t('reports.asked')) },
    );
  };
  return (
    <form onSubmit={submit}>
      <div className={classes.row}>
        <NativeSelect
          label={t('field.cycle')}
          value={cycle.key}
          data={ready.map((each) => ({ value: each.key, label: cycleName(each.key) }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
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
          data={FORMATS.map((value) => ({ value, label: t(`reports.${value}`) }))}
          onChange={(event) =>
            setFormat(FORMATS.find((each) => each === event.currentTarget.value) ?? 'html')
          }
        />
        <Button type="submit" loading={generating.isPending}>
          {t('reports.submit', { kind: t(`reports.kind.${cycle.kind}`) })}
        </Button>
      </div>
      {generating.isError && <ProblemAlert error={generating.error} />}
    </form>
  );
}
