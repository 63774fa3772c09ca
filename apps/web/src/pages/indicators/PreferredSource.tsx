import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { notify } from '~/ui/notice';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { type Series, usePrefer } from './queries';

/** Names the source that counts where several speak; all of them stay. */
export function PreferredSource({ series }: { series: Series }) {
  const { t } = useTranslation();
  const prefer = usePrefer(series);
  const sources = [...new Set(series.observations.map(({ source }) => source))];
  if (sources.length < 2) return null;
  return (
    <>
      <NativeSelect
        label={t('indicator.preferSource')}
        mt="sm"
        value={series.preferredSource ?? ''}
        disabled={prefer.isPending}
        data={[
          { value: '', label: t('indicator.noPreferred') },
          ...sources.map((source) => ({ value: source, label: source })),
        ]}
        onChange={(event) =>
          prefer.mutate(event.currentTarget.value || null, {
            onSuccess: () => notify(t('indicator.saved')),
          })
        }
      />
      {prefer.isError && <ProblemAlert error={prefer.error} />}
    </>
  );
}
