/**
 * A person who follows a link in a page that never reloads must be told that the page changed: the new page's heading
 * takes the focus. Not on the first page, where the browser's own order applies.
 */
let pending = false;

export const expectHeadingFocus = (): void => {
  pending = true;
};

/** Gives the focus to the heading if a navigation is waiting for it. */
export function focusHeading(heading: HTMLElement | null): void {
  if (!pending || !heading) return;
  pending = false;
  heading.focus({ preventScroll: true });
}
