export { type Edition, PublishedEditions } from './published-editions.service.js';
export { SiteModule } from './site.module.js';
