export { FileMissing, type PutOptions, Storage, type StoredFile } from './storage.js';
export { asAttachment, contentTypeOf } from './file-kind.js';
export { download, type ReceivedFile, ReceivedFiles } from './received-files.js';
export { storageEntities } from './received-file.entity.js';
export { VirusScanner } from './virus-scanner.js';
export { openStorage, StorageModule } from './storage.module.js';
