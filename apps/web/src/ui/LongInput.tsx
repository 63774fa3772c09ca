import { type ElementProps, InputBase, type InputBaseProps } from '@mantine/core';
import classes from './LongInput.module.css';

type LongInputProps = InputBaseProps & ElementProps<'textarea', keyof InputBaseProps>;

/** A field for several lines that grows with what is written. Browsers measure it themselves, so it brings no code that would. */
export const LongInput = (props: LongInputProps) => (
  <InputBase component="textarea" multiline classNames={classes} {...props} />
);
