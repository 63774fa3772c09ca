import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** What the pages of the public site say, by the first part of the keys; all else is of the application alone. */
const GROUPS = new Set([
  ...[
    'action',
    'chart',
    'coverage',
    'cycle',
    'dimension',
    'edition',
    'field',
    'figure',
    'filter',
    'glossary',
    'illustrative',
    'indicator',
  ],
  ...[
    'nav',
    'page',
    'pledge',
    'problem',
    'region',
    'reports',
    'search',
    'shell',
    'site',
    'state',
    'story',
    'table',
  ],
  ...['text', 'update', 'value', 'word'],
]);
const NAME = 'virtual:texts/site-texts-';

/** `virtual:texts/site-texts-es` holds the texts of the public site in one language, in one piece. */
export const siteTexts = (folder: string): Plugin => ({
  name: 'site-texts',
  resolveId: (id) => (id.startsWith(NAME) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${NAME}`)) return undefined;
    const lang = id.slice(NAME.length + 1);
    const files = [`${folder}/${lang}.json`, `${folder}/${lang}.more.json`];
    const texts: Record<string, object> = {};
    for (const file of files) {
      this.addWatchFile(file);
      for (const [group, entries] of Object.entries(
        JSON.parse(readFileSync(file, 'utf8')) as Record<string, object>,
      ))
        if (GROUPS.has(group)) texts[group] = { ...texts[group], ...entries };
    }
    return `export default ${JSON.stringify(texts)}`;
  },
});
