import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { api, body } from '~/api/client';

/** What speaks with the browser's passkeys; loaded when somebody uses one. */
const webauthn = () => import('@simplewebauthn/browser');

/** @throws ProblemError for a passkey that is not known, Error when the person called it off */
export async function signInWithPasskey(): Promise<void> {
  await body(api.POST('/api/auth/passkey', { body: { response: await answerOfPasskey() } }));
}

async function answerOfPasskey(): Promise<Record<string, unknown>> {
  const optionsJSON = (await body(
    api.POST('/api/auth/passkey/options'),
  )) as PublicKeyCredentialRequestOptionsJSON;
  const { startAuthentication } = await webauthn();
  return { ...(await startAuthentication({ optionsJSON })) };
}

/** Shows once more, by passkey, who is signed in. @throws as above */
export async function provePasskey(): Promise<void> {
  await body(api.POST('/api/me/second-factor/proof', { body: { response: await answerOfPasskey() } }));
}

/** Makes a passkey on this device and has it kept. @throws Error when the person called it off */
export async function addPasskey(name: string): Promise<void> {
  const optionsJSON = (await body(
    api.POST('/api/me/second-factor/passkeys/options'),
  )) as PublicKeyCredentialCreationOptionsJSON;
  const { startRegistration } = await webauthn();
  const response = await startRegistration({ optionsJSON });
  await body(api.POST('/api/me/second-factor/passkeys', { body: { name, response: { ...response } } }));
}
