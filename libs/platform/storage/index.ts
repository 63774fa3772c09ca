export { FileMissing, type PutOptions, Storage, type StoredFile } from './storage.js';
export { asAttachment, contentTypeOf } from './file-kind.js';
export {
  download,
  PICTURE_TYPE,
  type ReceivedFile,
  ReceivedFiles,
  type ReceivedPicture,
} from './received-files.js';
export { LONGEST_SIDE } from './picture.js';
export { storageEntities } from './received-file.entity.js';
export { VirusScanner } from './virus-scanner.js';
export { openStorage, StorageModule } from './storage.module.js';
