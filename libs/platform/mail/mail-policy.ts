import { documentPolicy, hashSource } from '#platform/http';

/**
 * What a browser may do with the HTML of a mail: apply exactly the styles that it has, each known by its hash. Mail
 * programs want them in attributes.
 */
export function mailPolicy(html: string): string {
  const sheets = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)].map(([, css = '']) => css);
  const attributes = [...html.matchAll(/\sstyle="([^"]*)"/gi)].map(([, css = '']) => unescaped(css));
  const hashes = [...new Set([...sheets, ...attributes])].map(hashSource);
  return documentPolicy(
    ["'unsafe-hashes'", ...hashes].join(' '),
    'img-src data:',
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
  );
}

const SIGNS: Record<string, string> = { quot: '"', '#39': "'", lt: '<', gt: '>', amp: '&' };

const unescaped = (text: string): string =>
  text.replace(/&(quot|#39|lt|gt|amp);/g, (_, name: string) => SIGNS[name] ?? '');
