/** Kinds of value that a partner's figure may have. */
export const PARTNER_VALUE_TYPES = ['count', 'percent', 'money', 'duration', 'yes_no'] as const;
export type PartnerValueType = (typeof PARTNER_VALUE_TYPES)[number];

/** Languages that partners publish in. */
export const DOCUMENT_LANGUAGES = ['en', 'es', 'fr', 'pt'] as const;
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number];
