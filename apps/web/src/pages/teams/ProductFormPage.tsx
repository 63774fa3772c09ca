import { FileInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { isProblem } from '~/api/problem';
import { Loaded } from '~/ui/Loaded';
import { writtenIn } from '~/ui/record-values';
import { problemsOf } from '~/ui/RecordInput';
import { Tick } from '~/ui/Tick';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { linesOf, sourcesIn, useTeamFields } from './fields';
import { productQuery } from './queries';
import { type Place, type Product, removeFile, storeFile, storeProduct } from './stores';
import { type Entry, TeamRecordForm } from './TeamRecordForm';

const newRoute = getRouteApi('/app/teams/$key/$year/products/new');
const editRoute = getRouteApi('/app/team-products/$id/edit');

/** Offered by the file dialog; the API looks at what the bytes are. */
const TYPES = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.odt,.ods,.odp';

/** Records a product. */
export function NewProductPage() {
  const { key, year } = newRoute.useParams();
  return <ProductForm place={{ teamKey: key, year: Number(year) }} />;
}

/** Corrects a product. */
export function EditProductPage() {
  const { id } = editRoute.useParams();
  const product = useQuery(productQuery(id));
  return (
    <>
      <Loaded query={product}>{(data) => <ProductForm place={data} product={data} />}</Loaded>
      <HistoryPanel entity="team_product" id={id} />
    </>
  );
}

function ProductForm({ place: { teamKey, year }, product }: { place: Place; product?: Product }) {
  const { t, line, both, sources } = useTeamFields();
  const [file, setFile] = useState<File | null>(null);
  const [without, setWithout] = useState(false);
  return (
    <TeamRecordForm
      title={product ? t('team.editProduct') : t('team.newProduct')}
      team={teamKey}
      year={year}
      record={product}
      others={['file']}
      entryOf={entryOf}
      store={async ({ values }, before, stored) => {
        const input = {
          titleEn: values['titleEn'] ?? '',
          titleEs: values['titleEs'] ?? '',
          url: writtenIn(values, 'url'),
          sources: sourcesIn(values),
        };
        const now = await storeProduct(input, { teamKey, year }, before);
        stored(now);
        if (file) return storeFile(file, now);
        return without && now.file ? removeFile(now) : now;
      }}
      fields={[
        ...both('title', t('team.title'), 'line'),
        line('url', t('team.url'), { hint: 'https://…' }),
        sources,
      ]}
    >
      {(error, before) => (
        <>
          <FileInput
            mt="md"
            label={t('team.file')}
            description={t('team.fileHint')}
            accept={TYPES}
            clearable
            clearButtonProps={{ 'aria-label': t('action.remove') }}
            placeholder={before?.file?.name ?? t('team.chooseFile')}
            value={file}
            onChange={setFile}
            error={fileProblem(error)}
          />
          {before?.file && (
            <Tick
              label={t('team.withoutFile', { name: before.file.name })}
              checked={without}
              disabled={file !== null}
              onChange={setWithout}
            />
          )}
        </>
      )}
    </TeamRecordForm>
  );
}

const entryOf = (product: Product | undefined): Entry => ({
  values: {
    ...linesOf(product, ['titleEn', 'titleEs', 'url']),
    sources: product?.sources?.join('\n') ?? '',
  },
});

/** What is wrong with the file: what it is, or how large. */
function fileProblem(error: unknown): string | undefined {
  if (!isProblem(error)) return undefined;
  if (error.code === 'payload_too_large') return error.detail;
  return problemsOf(error.fields, 'file')[0]?.detail;
}
