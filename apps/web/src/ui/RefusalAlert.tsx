import { isProblem } from '~/api/problem';
import { Callout } from './Callout';
import { ProblemAlert } from './ProblemAlert';

/** A refusal with what is wrong, line by line, for places that have no fields to tell it at. */
export function RefusalAlert({ error, title }: { error: unknown; title: string }) {
  const fields = isProblem(error, 'invalid') ? error.fields : [];
  if (fields.length === 0) return <ProblemAlert error={error} />;
  return (
    <Callout tone="bad" role="alert" title={title}>
      <ul>
        {fields.map(({ field, detail }) => (
          <li key={`${field}-${detail}`}>{detail}</li>
        ))}
      </ul>
    </Callout>
  );
}
