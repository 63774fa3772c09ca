import { Button, FileInput, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '~/ui/PageTitle';
import { Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { mayHash, sha256Of } from './queries';
import { hashOf } from './search';
import { VerifiedFile } from './VerifiedFile';

const route = getRouteApi('/app/verify');

/** Tells of a file that somebody has whether it is a report that was published here. The file itself stays with its reader. */
export function VerifyPage() {
  const { t } = useTranslation();
  const { sha256 } = route.useSearch();
  const navigate = route.useNavigate();
  const ask = (hash: string) => void navigate({ search: { sha256: hash }, resetScroll: false });
  const hashing = useMutation({ mutationFn: sha256Of, onSuccess: ask });
  return (
    <>
      <PageTitle title={t('site.verify')} />
      <p>{t('verify.text')}</p>
      <Panel title={t('verify.which')}>
        {mayHash() ? (
          <FileInput
            label={t('verify.file')}
            description={t('verify.fileWhy')}
            placeholder={t('verify.choose')}
            disabled={hashing.isPending}
            onChange={(file) => file && hashing.mutate(file)}
            maw="32rem"
          />
        ) : (
          <p>{t('verify.noHash')}</p>
        )}
        {hashing.isError && <ProblemAlert error={hashing.error} />}
        <HashForm key={sha256} asked={sha256 ?? ''} onAsk={ask} />
      </Panel>
      {sha256 !== undefined && <VerifiedFile sha256={sha256} />}
    </>
  );
}

/** For whoever has the SHA-256 of a file and not the file. */
function HashForm({ asked, onAsk }: { asked: string; onAsk: (hash: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(asked);
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const hash = hashOf(typed);
    setWrong(hash === undefined);
    if (hash !== undefined) onAsk(hash);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Group align="end" mt="md">
        <TextInput
          label={t('verify.hash')}
          value={typed}
          error={wrong && t('verify.hashWrong')}
          spellCheck={false}
          onChange={(event) => setTyped(event.currentTarget.value)}
          flex="1 1 20rem"
          miw={0}
        />
        <Button type="submit" variant="default">
          {t('verify.check')}
        </Button>
      </Group>
    </form>
  );
}
