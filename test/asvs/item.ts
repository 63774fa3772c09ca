/** A test, by its file and its name, or a heading of a page of docs. */
export type Proof = { spec: string; test: string } | { page: string; heading: string };

/** One item of OWASP ASVS 5.0, level 1 or 2. */
export type Item = {
  id: string;
  /** What is asked, in our words. */
  asked: string;
} & (
  | { state: 'met'; proofs: readonly Proof[] }
  | { state: 'not applicable'; why: string; proofs: readonly Proof[] }
  /** `why` says what is missing, and what an operator can do meanwhile. */
  | { state: 'not yet'; why: string; proofs: readonly Proof[] }
);

export interface Chapter {
  number: number;
  /** In our words. */
  name: string;
  items: readonly Item[];
}

export const met = (id: string, asked: string, ...proofs: Proof[]): Item => ({
  id,
  asked,
  state: 'met',
  proofs,
});

export const none = (id: string, asked: string, why: string, ...proofs: Proof[]): Item => ({
  ...{ id, asked, why, proofs },
  state: 'not applicable',
});

export const notYet = (id: string, asked: string, why: string, ...proofs: Proof[]): Item => ({
  ...{ id, asked, why, proofs },
  state: 'not yet',
});

/** Tests of one file. */
export const inSpec =
  (spec: string) =>
  (test: string): Proof => ({ spec, test });

/** Headings of one page. */
export const onPage =
  (page: string) =>
  (heading: string): Proof => ({ page, heading });
