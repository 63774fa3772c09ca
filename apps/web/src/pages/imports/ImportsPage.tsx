import { Button, FileInput, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, type Permission, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { Choice } from '~/ui/Choice';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { ImportOutcome } from './ImportOutcome';
import { type ImportKind, importKindsQuery, type ImportMode, MODES, useImport } from './queries';

const route = getRouteApi('/app/imports');

/** Rows from a file, for every kind that this person may bring. */
export function ImportsPage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const me = useMe();
  const { kind } = route.useSearch();
  const navigate = route.useNavigate();
  const kinds = useQuery(importKindsQuery);
  return (
    <>
      <PageTitle title={t('nav.imports')} />
      <Loaded query={kinds}>
        {(all) => {
          const mine = all.filter(({ permission }) => may(me, permission as Permission));
          const chosen = mine.find((each) => each.kind === kind) ?? mine[0];
          if (!chosen) return <EmptyState text={t('import.none')} />;
          return (
            <>
              <NativeSelect
                label={t('import.kind')}
                value={chosen.kind}
                data={mine.map((each) => ({ value: each.kind, label: text(each, 'about') }))}
                onChange={(event) => void navigate({ search: { kind: event.currentTarget.value } })}
              />
              <ImportForm key={chosen.kind} kind={chosen} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function ImportForm({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<ImportMode>('check');
  const sending = useImport();
  const template = `/api/imports/${kind.kind}/template?lang=${lang}`;
  return (
    <>
      {kind.columns.length > 0 && (
        <Panel title={t('import.columns')}>
          <p>
            <a href={`${template}&format=xlsx`} download>
              {t('import.templateXlsx')}
            </a>{' '}
            ·{' '}
            <a href={`${template}&format=csv`} download>
              {t('import.templateCsv')}
            </a>
          </p>
          <ul>
            {kind.columns.map((column) => (
              <li key={column.field}>
                <strong>{column[lang]}</strong>
                {column.required && ` (${t('import.required')})`}:{' '}
                {lang === 'en' ? column.descriptionEn : column.descriptionEs}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t('import.file')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (file) sending.mutate({ kind: kind.kind, mode, file });
          }}
        >
          <FileInput
            label={t('import.choose')}
            description={t('import.hint')}
            accept=".xlsx,.csv,.tsv,.txt,.json"
            value={file}
            onChange={(chosen) => {
              setFile(chosen);
              sending.reset();
            }}
          />
          <Choice
            name="mode"
            legend={t('import.mode')}
            value={mode}
            onChange={setMode}
            options={MODES.map((value) => ({ value, label: t(`import.modes.${value}`) }))}
          />
          <Button type="submit" mt="md" disabled={!file} loading={sending.isPending}>
            {t(`import.do.${mode}`)}
          </Button>
        </form>
      </Panel>
      {sending.isError && <ProblemAlert error={sending.error} />}
      {sending.data && <ImportOutcome answer={sending.data} mode={sending.variables.mode} />}
    </>
  );
}
