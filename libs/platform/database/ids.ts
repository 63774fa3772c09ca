import { v7 } from 'uuid';

/** A new row id: UUID version 7, made here because PostgreSQL 15 cannot, and in time order so that indexes stay dense. */
export const newId = (): string => v7();
