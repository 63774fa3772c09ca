export { entities } from './entities.js';
export { openDataSource } from './data-source.js';
