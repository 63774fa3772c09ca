import { useRouter } from '@tanstack/react-router';
import { ProblemAlert } from '~/ui/ProblemAlert';

interface RouteErrorProps {
  error: unknown;
  reset?: () => void;
}

/** A page that could not be shown: what happened, and again. */
export function RouteError({ error, reset }: RouteErrorProps) {
  const router = useRouter();
  return (
    <ProblemAlert
      error={error}
      onRetry={() => {
        reset?.();
        void router.invalidate();
      }}
    />
  );
}

/** The same where not even the layout could be shown. */
export function WholePageError(props: RouteErrorProps) {
  return (
    <main style={{ padding: '1.5rem' }}>
      <RouteError {...props} />
    </main>
  );
}
