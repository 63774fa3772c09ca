import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { api, sessionEnded, signInAgain } from '~/api/client';
import { type Ask, sentAgain } from '~/api/sent-again';
import { SignInAgainDialog } from '~/pages/sign-in/SignInAgainDialog';
import { meKey, useMe } from './session';
import { standingOf } from './standing';

/** Told whether the person has signed in again. */
type Waiting = (again: boolean) => void;

/**
 * While it is on the page, a session that has ended takes nothing from it: the person signs in over the page, and what was
 * refused meanwhile is sent again. A page that has just been opened without a session leads to the sign-in page instead.
 */
export function SignInAgain() {
  const me = useMe();
  const [waiting, setWaiting] = useState<Waiting>();
  const [begun, setBegun] = useState(false);
  const opening = useIsFetching({ queryKey: meKey }) > 0;
  if (!opening && !begun) setBegun(true);
  const standing = useEffectEvent(() => standingOf(me));
  useEffect(() => {
    if (!begun) return undefined;
    const ask = once(async () => {
      // An answer may come late, after the person has signed in again here or in another tab.
      if ((await standing()) === 'same') return true;
      return new Promise<boolean>((resolve) => setWaiting(() => resolve)).finally(() =>
        setWaiting(undefined),
      );
    });
    const again = sentAgain((response, { url }) => sessionEnded(response, url), ask);
    api.use(again);
    signInAgain.ask = ask;
    return () => {
      api.eject(again);
      delete signInAgain.ask;
    };
  }, [begun]);
  const end = (again: boolean) => {
    waiting?.(again);
    if (!again) signInAgain.leave?.();
  };
  return waiting ? <SignInAgainDialog me={me} onEnd={end} /> : null;
}

/** However many ask at the same time, the person is asked once. */
function once(ask: Ask): Ask {
  let asked: Promise<boolean> | undefined;
  return () =>
    (asked ??= ask().finally(() => {
      asked = undefined;
    }));
}
