import { Button, FileInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Choice } from '~/ui/Choice';
import { Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { ImportOutcome } from './ImportOutcome';
import { type ImportKind, type ImportMode, MODES, useImport } from './queries';

/** Takes a file with rows of one kind: checks it, or takes what is in it. */
export function ImportForm({ kind }: { kind: ImportKind }) {
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
      {sending.data && sending.variables.mode === 'check' && sending.data.problems.length === 0 && (
        <Button onClick={() => sending.mutate({ ...sending.variables, mode: 'all' })}>
          {t('import.take')}
        </Button>
      )}
    </>
  );
}
