import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { createQueryClient } from '~/api/query-client';
import type { Lang } from '~/i18n';
import { Embedding } from '~/ui/chart/embedding';
import { theme } from '~/ui/theme';
import { siteRouter } from './router';
import { enterAsVisitor } from './visitor';

/** The public site: the same components as in the application, without anybody's session. */
export function SiteApp({ lang }: { lang: Lang }) {
  const [{ client, router }] = useState(() => {
    const client = createQueryClient(() => undefined);
    enterAsVisitor(client, lang);
    return { client, router: siteRouter(client, lang) };
  });
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={client}>
        <Embedding value>
          <RouterProvider router={router} />
        </Embedding>
      </QueryClientProvider>
    </MantineProvider>
  );
}
