import { isIPv4 } from 'node:net';

type Service = 'DATABASE_URL' | 'REDIS_URL' | 'SMTP_URL' | 'STORAGE_URL' | 'CLAMAV_URL';

/** How an address says that what goes there is encrypted and who answers is checked. */
const ENCRYPTED: Record<Service, { says: (url: URL) => boolean; write: string }> = {
  DATABASE_URL: {
    says: ({ searchParams }) => /^verify-(ca|full)$/.test(searchParams.get('sslmode') ?? ''),
    write: 'add ?sslmode=verify-full',
  },
  REDIS_URL: { says: ({ protocol }) => protocol === 'rediss:', write: 'write rediss://' },
  SMTP_URL: {
    says: ({ protocol, searchParams }) => protocol === 'smtps:' || searchParams.get('requireTLS') === 'true',
    write: 'write smtps://, or add ?requireTLS=true',
  },
  STORAGE_URL: {
    says: ({ protocol }) => protocol !== 's3+http:',
    write: 'write s3:// instead of s3+http://',
  },
  CLAMAV_URL: { says: () => false, write: 'run ClamAV on the same machine' },
};

/** Names of variables whose services may be on another machine without TLS when the operator says so. */
export const SERVICES = Object.keys(ENCRYPTED) as Service[];

/**
 * Services on other machines that would be spoken to in the open, each with what to do.
 * @param addressOf a variable's; what is no address is left to other checks
 * @param trusted names of variables whose network the operator trusts
 */
export function plainServices(
  addressOf: (name: Service) => string | undefined,
  trusted: readonly string[],
): string[] {
  return SERVICES.flatMap((name) => {
    const url = URL.parse(addressOf(name) ?? '');
    const rule = ENCRYPTED[name];
    if (!url || trusted.includes(name) || staysHere(url) || rule.says(url)) return [];
    return [
      `${name} goes to another machine without TLS: ${rule.write}, or name it in MIRPS_PLAIN_SERVICES when nobody else is in that network`,
    ];
  });
}

/** Files, sockets, and this machine by its usual names. */
function staysHere({ protocol, hostname, searchParams }: URL): boolean {
  const host = decodeURIComponent(searchParams.get('host') ?? hostname);
  return (
    protocol === 'file:' ||
    host === '' ||
    host.startsWith('/') ||
    host === 'localhost' ||
    host === '[::1]' ||
    (isIPv4(host) && host.startsWith('127.'))
  );
}
