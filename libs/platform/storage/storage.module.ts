import { type DynamicModule, Global, Module } from '@nestjs/common';
import { LocalStorage } from './local-storage.js';
import { Database } from '#platform/database';
import { s3Address, S3Storage } from './s3-storage.js';
import { ReceivedFiles } from './received-files.js';
import { Storage } from './storage.js';
import { VirusScanner } from './virus-scanner.js';

/** The store at an address: file:///folder (or file://folder, from where the process runs) or s3://key:secret@host/bucket?region=… */
export function openStorage(url: string): Storage {
  if (/^s3(\+http)?:/.test(url)) return new S3Storage(s3Address(url));
  if (url.startsWith('file://')) return new LocalStorage(decodeURIComponent(url.slice('file://'.length)));
  throw new Error('STORAGE_URL must begin with file://, s3:// or s3+http://.');
}

/** Gives `Storage` and `ReceivedFiles`. Nothing is touched before the first file. */
@Global()
@Module({})
export class StorageModule {
  static forRoot(url: string, clamavUrl?: string): DynamicModule {
    return {
      module: StorageModule,
      providers: [
        { provide: Storage, useFactory: () => openStorage(url) },
        {
          provide: ReceivedFiles,
          inject: [Storage, Database],
          useFactory: (storage: Storage, database: Database) =>
            new ReceivedFiles(storage, new VirusScanner(clamavUrl), database),
        },
      ],
      exports: [Storage, ReceivedFiles],
    };
  }
}
