export { RegionalModule } from './regional.module.js';
export { RegionalService } from './regional.service.js';
export { RegionalSection } from './regional-section.entity.js';
export { type LayerSectionKey, REGIONAL_SECTIONS, type RegionalSectionKey } from './regional.vocabulary.js';

import { RegionalSection } from './regional-section.entity.js';
export const regionalEntities = [RegionalSection];
