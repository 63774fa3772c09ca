import { lazyRouteComponent } from '@tanstack/react-router';
import { moreTexts } from '~/i18n';

/** A page on which nobody lands first: loaded when somebody goes there, with the texts that the first page did without. */
export const laterPage = <Module extends Record<string, unknown>, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
) => lazyRouteComponent(async () => (await Promise.all([load(), moreTexts()]))[0], name);
