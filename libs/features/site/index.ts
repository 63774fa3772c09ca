export { embedHtml, missingEmbed } from './embed-html.js';
export { Embeds } from './embeds.service.js';
export { type Edition, PublishedEditions } from './published-editions.service.js';
export { langOfPath, withoutLang } from './site-address.js';
export { robotsTxt, siteHtml, sitemapXml } from './site-html.js';
export { type Elsewhere, type SitePage, SitePages } from './site-pages.service.js';
export { SiteModule } from './site.module.js';
