import { useRouter } from '@tanstack/react-router';
import { ProblemAlert } from '~/ui/ProblemAlert';

/** A page that could not be shown: what happened, and again. */
export function RouteError({ error, reset }: { error: unknown; reset?: () => void }) {
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
