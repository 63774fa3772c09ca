import { TextPair as AnyTextPair } from '~/ui/TextPair';
import type { Both } from './draft';
import { useProblem } from './problems';

interface TextPairProps {
  /** Path of the field without its language. */
  name: string;
  label: string;
  value: Both;
  onChange: (value: Both) => void;
}

/** A text of the update in both languages, with what the API refused. */
export function TextPair(props: TextPairProps) {
  return <AnyTextPair {...props} problem={useProblem()} />;
}
