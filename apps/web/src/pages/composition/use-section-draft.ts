import { useNetwork } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { isProblem } from '~/api/problem';
import { forgetText, keepText, keptText, type TextPlace } from './kept-texts';
import { type Section, saveTexts, sectionQuery, type Texts } from './queries';

/** A pause in writing after which the text is sent. */
const PAUSE_MS = 1_500;

/** Where what is written is safe. */
export type Safety = 'server' | 'device' | 'offline' | 'sending' | 'conflict';

/** A text that was kept knows its version, too, which is not to be sent. */
const textsOf = ({ textEn, textEs }: Texts): Texts => ({ textEn, textEs });

/**
 * The texts of a section while somebody writes. Every change is kept on the device at once and sent after a pause, over the
 * version that the writer saw; when somebody else was faster, both versions are there until the writer decides.
 */
export function useSectionDraft({
  userId,
  cycle,
  section,
}: {
  userId: string;
  cycle: string;
  section: Section;
}) {
  const [place] = useState<TextPlace>({ userId, cycle, section: section.key });
  const client = useQueryClient();
  const { online } = useNetwork();
  const [found] = useState(() => keptText(place));
  const [stored, setStored] = useState(section);
  const [texts, setTexts] = useState<Texts>(textsOf(found ?? section));
  const [safety, setSafety] = useState<Safety>(found ? 'device' : 'server');
  const [theirs, setTheirs] = useState<Section | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const base = useRef(found?.version ?? section.version);
  const written = useRef(texts);
  const sending = useRef(false);

  const change = useCallback(
    (patch: Partial<Texts>) => {
      written.current = { ...written.current, ...patch };
      setTexts(written.current);
      setSafety('device');
      keepText(place, { ...written.current, version: base.current });
    },
    [place],
  );

  const take = useCallback(
    (saved: Section) => {
      base.current = saved.version;
      setStored(saved);
      client.setQueryData(sectionQuery(cycle, saved.key).queryKey, saved);
    },
    [client, cycle],
  );

  const send = useCallback(async (): Promise<void> => {
    if (sending.current) return;
    sending.current = true;
    const now = written.current;
    setSafety('sending');
    setRefusal(null);
    try {
      take(await saveTexts(cycle, place.section, base.current, now));
      const more = written.current !== now;
      if (more) keepText(place, { ...written.current, version: base.current });
      else forgetText(place);
      setSafety(more ? 'device' : 'server');
    } catch (error) {
      const stale = isProblem(error, 'stale');
      setSafety(stale ? 'conflict' : 'device');
      if (stale) setTheirs(await client.fetchQuery({ ...sectionQuery(cycle, place.section), staleTime: 0 }));
      else if (!isProblem(error, 'offline')) setRefusal(error);
    } finally {
      sending.current = false;
    }
  }, [client, cycle, place, take]);

  useEffect(() => {
    if (safety !== 'device' || refusal !== null || !online) return undefined;
    const timer = setTimeout(() => void send(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [safety, texts, refusal, online, send]);

  const whenOnline = useEffectEvent(() => {
    if (safety === 'device') void send();
  });
  useEffect(() => {
    const again = () => whenOnline();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, []);

  /** After a conflict: what was chosen goes over the version that won, unless it is that version. */
  const settle = (chosen: Texts) => {
    if (!theirs) return;
    take(theirs);
    setTheirs(null);
    change(chosen);
    if (chosen.textEn !== theirs.textEn || chosen.textEs !== theirs.textEs) return;
    forgetText(place);
    setSafety('server');
  };

  /** Puts the comparison away; sending again brings it back. */
  const later = () => setTheirs(null);

  // Without a network nothing is tried: the network tells when it is back.
  const told: Safety = safety === 'device' && !online ? 'offline' : safety;
  return { stored, texts, change, safety: told, theirs, settle, later, refusal, send, take };
}

export type SectionDraft = ReturnType<typeof useSectionDraft>;
