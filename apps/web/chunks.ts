/**
 * Which modules go into one file together. On a slow network every file costs a way to the server, and a browser asks for
 * six at a time: what the same pages need comes in one file, and is packed better so than in four.
 */
interface Chunk {
  name: string;
  test: RegExp;
}

const anyOf = (...patterns: RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => source).join('|'));

/** What every page needs, signed in or not: the libraries, the frame's parts, small pieces of many pages. */
const base = anyOf(
  /rolldown[\\/]runtime|vite[\\/]preload-helper|createReactComponent/,
  /node_modules[\\/](?!.*(hydration|[qQ]ueriesObserver|useQueries|infiniteQueryObserver|useInfiniteQuery))(react|react-dom|scheduler|i18next|react-i18next|@tanstack[\\/](react-query|query-core|react-router|router-core|history|react-store|store)|openapi-fetch|use-sync-external-store)[\\/]/,
  /node_modules[\\/]@mantine[\\/]core[\\/](styles|esm[\\/](core|components[\\/](Button|UnstyledButton|ActionIcon|Loader|Transition|Skeleton|Group|Input|InputBase|TextInput|CloseButton|NativeSelect)))[\\/]/,
  /node_modules[\\/]@tabler[\\/]icons-react[\\/]dist[\\/]esm[\\/]icons[\\/]Icon(Sun|Moon|Menu2|X)[.]/,
  /apps[\\/]web[\\/]src[\\/](i18n[\\/](index|formats|use-lang)|api[\\/](client|problem|reference|query-client|kept)|app[\\/](session|SchemeSwitch|RouteError|navigation-focus)|offline[\\/]has-answers)[.]/,
  // Styles of the frame and of the form that mails link to: small, and one way to the server less.
  /apps[\\/]web[\\/]src[\\/](app|pages[\\/]update-form|ui[\\/](Choice|Tick|LongInput))([\\/].*)?[.]module[.]css/,
  /apps[\\/]web[\\/]src[\\/]ui[\\/](decorative|icons|theme|notice|Notices|PageTitle|PageSkeleton|Panel|Standing|Percent|Sign|Words|Loaded|EmptyState|Callout|ProblemAlert|cycle-name|vocabulary|base|styles)[.]/,
  /apps[\\/]web[\\/]src[\\/]pages[\\/](commitment[\\/]queries|(pledges|indicators|region|state|stories)[\\/](search|words|measures)|composition[\\/]kept-texts)[.]/,
);

/** The form that mails link to. */
const form = anyOf(
  /apps[\\/]web[\\/]src[\\/]pages[\\/]update-form[\\/](beginning|problems|milestone-percent|numbers|draft|fields)[.]/,
  /apps[\\/]web[\\/]src[\\/](ui[\\/](Choice|Tick|LongInput)|outbox[\\/](standing|kept-drafts|kept)|pages[\\/]update[\\/]queries)[.]/,
);

/** In the order in which a module looks for its file. */
export const CHUNKS: Chunk[] = [
  { name: 'base', test: base },
  { name: 'form', test: form },
];
