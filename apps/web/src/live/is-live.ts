let live = false;

/** Whether the stream tells what changes; while it does not, whoever waits for something asks. */
export const isLive = (): boolean => live;

export const setLive = (now: boolean): void => {
  live = now;
};
