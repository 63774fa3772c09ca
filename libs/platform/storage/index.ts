export { FileMissing, type PutOptions, Storage, type StoredFile } from './storage.js';
export { openStorage, StorageModule } from './storage.module.js';
