import { existsSync, readFileSync } from 'node:fs';

/** What the build says of a landing page; `path` and `answers` may hold `:name` for a part of the address. */
interface Landing {
  path: string;
  scripts: string[];
  styles: string[];
  answers: string[];
}

interface Early {
  languages: Record<'en' | 'es', string[]>;
  landings: Landing[];
}

/** Elements for the head. A browser asks for six things at a time: the answers are small and belong before the page's own files. */
export interface EarlyLinks {
  answers: string;
  files: string;
}

export interface Visit {
  path: string;
  /** The header; who asks for English first gets that, everybody else Spanish, as the application decides it. */
  acceptLanguage: string | undefined;
  /** Whether a session comes along, so that asking for a person's data makes sense. */
  signedIn: boolean;
}

/** Makes the part of the page's head that names what the page at an address needs, from what the build wrote. */
export function earlyLinks(folder: string): (visit: Visit) => EarlyLinks {
  const file = `${folder}/early.json`;
  if (!existsSync(file)) return () => ({ answers: '', files: '' });
  const { languages, landings } = JSON.parse(readFileSync(file, 'utf8')) as Early;
  return ({ path, acceptLanguage = '', signedIn }) => {
    const found = signedIn || path === '/sign-in' ? landingAt(path, landings) : undefined;
    const lang = /^\s*en\b|^(?!.*\bes\b).*\ben\b/i.test(acceptLanguage) ? 'en' : 'es';
    return {
      answers: (signedIn ? ['/api/me', ...(found?.answers ?? [])] : [])
        .map((href) => `<link rel="preload" as="fetch" crossorigin href="${href}">`)
        .join(''),
      files: [
        ...(found?.styles ?? []).map((href) => `<link rel="preload" as="style" crossorigin href="${href}">`),
        ...[...languages[lang], ...(found?.scripts ?? [])].map(
          (href) => `<link rel="modulepreload" crossorigin href="${href}">`,
        ),
      ].join(''),
    };
  };
}

/** The landing page at an address, with the parts of the address in what it asks for. */
function landingAt(path: string, landings: Landing[]): Landing | undefined {
  const parts = path.split('/');
  for (const landing of landings) {
    const names = landing.path.split('/');
    if (names.length !== parts.length) continue;
    const values = new Map<string, string>();
    const fits = names.every((name, i) => {
      const part = parts[i] ?? '';
      if (!name.startsWith(':')) return name === part;
      values.set(name, part);
      // Only what may stand in an address as it is; anything else is not ours.
      return /^[\w-]+$/.test(part);
    });
    if (!fits) continue;
    const answers = landing.answers.map((answer) =>
      answer.replace(/:\w+/g, (name) => values.get(name) ?? ''),
    );
    return { ...landing, answers };
  }
  return undefined;
}
