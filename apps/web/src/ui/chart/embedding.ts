import { createContext } from 'react';

/** Whether charts may be taken to other sites: on the public site, where everybody sees the same. */
export const Embedding = createContext(false);
