const MARK = 'mirps.offline';

/** Whether answers of the API are kept on this device: known at once, so that devices without them wait for nothing. */
export const hasKeptAnswers = (): boolean => localStorage.getItem(MARK) !== null;

export const markKeptAnswers = (kept: boolean): void =>
  kept ? localStorage.setItem(MARK, '1') : localStorage.removeItem(MARK);
