import { type Markup, markup } from '#features/reports';
import type { Lang } from '#platform/http';
import type { SitePage } from './site-pages.service.js';
import { LISTS } from './site-address.js';
import { PAGE_WORDS } from './site.words.js';

const LOCALES: Record<Lang, string> = { en: 'en_GB', es: 'es_MX' };
const PICTURE_TEXT = {
  en: 'MIRPS: commitments, progress and reports',
  es: 'MIRPS: compromisos, avances e informes',
};

/** What links to a page show. */
export interface LinkPicture {
  /** Within the site. */
  path: string;
  /** All that it shows, in words. */
  text: string;
}

/** What links to pages without numbers show; it is made with the site. */
export const plainPicture = (lang: Lang): LinkPicture => ({
  path: `/card.${lang}.png`,
  text: PICTURE_TEXT[lang],
});

/**
 * The built page with what it tells of itself, so that a link to it shows title, text and picture wherever it is shared. It is
 * the same for everybody: it bears no nonce.
 * @param template as the build makes it, with places for the head and for who runs no scripts
 * @param siteUrl without a slash at its end
 */
export function siteHtml(
  template: string,
  page: SitePage,
  picture: LinkPicture,
  lang: Lang,
  siteUrl: string,
): string {
  return template
    .replace(/<meta property="csp-nonce"[^>]*>\s*/, '')
    .replaceAll(/ nonce="[^"]*"/g, '')
    .replace('<html lang="es">', `<html lang="${lang}">`)
    .replace('<!--head-->', () => headOf(page, picture, lang, siteUrl).text)
    .replace('<!--body-->', () => withoutScripts(page, lang).text);
}

function headOf(
  { found, title, description, canonical }: SitePage,
  picture: LinkPicture,
  lang: Lang,
  siteUrl: string,
): Markup {
  const name = `${title[lang]} · MIRPS`;
  const address = (which: Lang): string => `${siteUrl}/${which}${canonical}`;
  const other = lang === 'en' ? 'es' : 'en';
  return markup`<title>${name}</title>
    <meta name="description" content="${description[lang]}" />
    <link rel="manifest" href="/manifest.${lang}.webmanifest" />
    ${
      found
        ? markup`<link rel="canonical" href="${address(lang)}" />
    <link rel="alternate" hreflang="en" href="${address('en')}" />
    <link rel="alternate" hreflang="es" href="${address('es')}" />
    <link rel="alternate" hreflang="x-default" href="${address('es')}" />
    <meta property="og:url" content="${address(lang)}" />`
        : markup`<meta name="robots" content="noindex" />`
    }
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="MIRPS" />
    <meta property="og:title" content="${title[lang]}" />
    <meta property="og:description" content="${description[lang]}" />
    <meta property="og:locale" content="${LOCALES[lang]}" />
    <meta property="og:locale:alternate" content="${LOCALES[other]}" />
    <meta property="og:image" content="${siteUrl}${picture.path}" />
    <meta property="og:image:type" content="image/png" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta property="og:image:alt" content="${picture.text}" />
    <meta name="twitter:card" content="summary_large_image" />
    <meta name="twitter:image:alt" content="${picture.text}" />`;
}

/** For search engines and old devices: what the page is, where the others are, and the same as data. */
const withoutScripts = ({ title, description }: SitePage, lang: Lang): Markup => markup`<noscript>
      <h1>${title[lang]}</h1>
      <p>${description[lang]}</p>
      <ul>${LISTS.map((page) => markup`<li><a href="/${lang}/${page}">${PAGE_WORDS[page].title[lang]}</a></li>`)}</ul>
      <p><a href="/api/public/commitments?format=csv">CSV</a></p>
    </noscript>`;

/** Every public address in both languages. */
export const sitemapXml = (paths: readonly string[], siteUrl: string): string =>
  markup`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${paths.flatMap((path) =>
  (['es', 'en'] as const).map(
    (lang) =>
      markup`<url><loc>${siteUrl}/${lang}${path}</loc><xhtml:link rel="alternate" hreflang="es" href="${siteUrl}/es${path}"/><xhtml:link rel="alternate" hreflang="en" href="${siteUrl}/en${path}"/></url>
`,
  ),
)}</urlset>
`.text;

/** What search engines may read: the site, its data and what draws it. Everything else needs a session anyway. */
export const robotsTxt = (siteUrl: string): string => `User-agent: *
Allow: /es/
Allow: /en/
Allow: /assets/
Allow: /api/public/
Allow: /api/states
Allow: /api/areas
Allow: /api/cycles
Allow: /api/pledges
Allow: /api/indicators
Allow: /api/frameworks
Allow: /api/stories
Allow: /api/reports
Allow: /api/regional/acronyms
Disallow: /api/
Disallow: /embed/
Sitemap: ${siteUrl}/sitemap.xml
`;
