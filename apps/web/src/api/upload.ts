import { signInAgain, spoken } from './client';
import { isProblem, offline, problemOf } from './problem';

interface UploadOptions {
  /** 0 to 1, as far as the bytes have left this device. */
  onProgress?: (share: number) => void;
  signal: AbortSignal;
  /** Of what the file goes into, as the person saw it. */
  version?: number;
}

/** Sends one file as below; where the session has ended, once more when the person has signed in again. */
export async function uploadFile<T>(url: string, file: File, options: UploadOptions): Promise<T> {
  try {
    return await uploadUnasked<T>(url, file, options);
  } catch (error) {
    if (!isProblem(error) || error.status !== 401 || !(await signInAgain.ask?.())) throw error;
    return uploadUnasked<T>(url, file, options);
  }
}

/**
 * Sends one file as a form and tells how far it is, which `fetch` cannot.
 * @throws ProblemError for every answer but a good one
 */
function uploadUnasked<T>(
  url: string,
  file: File,
  { onProgress, signal, version }: UploadOptions,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.responseType = 'json';
    request.setRequestHeader('accept-language', spoken());
    if (version !== undefined) request.setRequestHeader('if-match', `"${version}"`);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const { status, response } = request as { status: number; response: unknown };
      if (status >= 200 && status < 300) resolve(response as T);
      else reject(problemOf(response, new Response(null, { status })));
    };
    request.onerror = request.onabort = request.ontimeout = () => reject(offline());
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}
