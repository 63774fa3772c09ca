export { type Dataset, DATASETS } from './datasets.js';
export { ExportsModule } from './exports.module.js';
export { type ExportedFile, type ExportManifest, ExportsService } from './exports.service.js';
