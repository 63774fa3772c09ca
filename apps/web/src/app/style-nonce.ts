const NONCE = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// Where the lock of scrolling behind dialogs looks for it.
Object.assign(window, { __webpack_nonce__: NONCE });

/** What style elements must bear to be applied; the API makes a new one with every page. */
export const styleNonce = (): string => NONCE;
