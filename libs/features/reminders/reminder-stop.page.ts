import { type Bilingual, documentPolicy, hashSource, type Lang } from '#platform/http';

const WORDS = {
  title: { en: 'Reminders by mail', es: 'Recordatorios por correo' },
  running: {
    en: 'You receive reminders of what is due.',
    es: 'Usted recibe recordatorios de lo que está pendiente.',
  },
  stopped: {
    en: 'You receive no reminders any more. What is due still shows in the tracker, and to your coordinator.',
    es: 'Ya no recibe recordatorios. Lo pendiente sigue apareciendo en el sistema y ante su coordinación.',
  },
  stop: { en: 'Stop the reminders', es: 'Dejar de recibirlos' },
  resume: { en: 'Receive them again', es: 'Volver a recibirlos' },
} satisfies Record<string, Bilingual>;

const STYLE =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;color:#1c2b39;background:#fff}' +
  'button{font:inherit;padding:.6rem 1.2rem;border:0;border-radius:.3rem;background:#0b6e4f;color:#fff;cursor:pointer}';

/** What a browser may do with the page: apply its style sheet and send its form here. */
export const REMINDER_STOP_POLICY = documentPolicy(
  hashSource(STYLE),
  "form-action 'self'",
  "frame-ancestors 'none'",
);

/** One sentence and one button, without scripts: it opens from a mail, for people who are not signed in. */
export function reminderStopPage(stopped: boolean, lang: Lang): string {
  const title = WORDS.title[lang];
  const choice = stopped ? 'resume' : 'stop';
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · MIRPS</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>
<p role="status">${WORDS[stopped ? 'stopped' : 'running'][lang]}</p>
<form method="post"><button name="choice" value="${choice}">${WORDS[choice][lang]}</button></form></main></body></html>\n`;
}
